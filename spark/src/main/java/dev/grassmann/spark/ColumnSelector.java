package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A stage of a Spark ML pipeline that ranks columns against a target and keeps the best. Columns
 * are of the types that {@link RowBlock} reads.
 *
 * @param <S> the stage itself
 */
public abstract class ColumnSelector<S extends ColumnSelector<S>>
    extends Estimator<ColumnSelectorModel> implements DefaultParamsWritable {
  private final String uid;
  private final Param<String> target;
  private final IntParam keep;
  private final StringArrayParam options;
  private final LongParam seed;

  /**
   * @param uid name of this stage, as Spark writes it
   * @param fewest columns that may be kept
   */
  protected ColumnSelector(String uid, int fewest) {
    this.uid = uid;
    this.target = new Param<>(this, "target", "column to be explained");
    this.keep =
        new IntParam(this, "keep", "how many columns to keep", ParamValidators.gtEq(fewest));
    this.options =
        new StringArrayParam(this, "options", "further options of the method, as name=value");
    this.seed = new LongParam(this, "seed", "seed of what is drawn at random");
  }

  /**
   * Sets what all stages have; last in the constructor, as Spark then asks for every parameter.
   *
   * @param kept how many columns are kept where nobody says
   */
  protected final void setDefaults(int kept) {
    set(keep, kept);
    set(options, new String[0]);
    set(seed, 0L);
  }

  /** Which method ranks. */
  public abstract MethodInfo info();

  /**
   * The method's options as they are set.
   *
   * @throws InputException where no target was set, or an option is unknown or out of bounds
   */
  public abstract Record config();

  /** Ranks the columns. */
  protected abstract FeatureRanking rank(Dataset<Row> rows, String name, Run run);

  /** Of a ranking, the columns that are kept, best first. */
  protected abstract List<String> best(FeatureRanking ranking, Set<String> columns);

  @Override
  public String uid() {
    return uid;
  }

  /** Column to be explained. */
  public Param<String> target() {
    return target;
  }

  /** How many columns to keep. */
  public IntParam keep() {
    return keep;
  }

  /** Further options of the method, each as {@code name=value}, as on its command line. */
  public StringArrayParam options() {
    return options;
  }

  /** Seed of what is drawn at random; default 0. */
  public LongParam seed() {
    return seed;
  }

  public S setTarget(String column) {
    set(target, column);
    return self();
  }

  public S setKeep(int columns) {
    set(keep, columns);
    return self();
  }

  /**
   * @param pairs each {@code name=value}, the name as on the command line, without dashes before it
   */
  public S setOptions(String... pairs) {
    set(options, pairs.clone());
    return self();
  }

  public S setSeed(long value) {
    set(seed, value);
    return self();
  }

  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /**
   * Ranks the columns and remembers the best.
   *
   * @throws InputException where no target was set, an option is unknown, or the table cannot be
   *     ranked by it
   */
  @Override
  public ColumnSelectorModel fit(Dataset<?> dataset) {
    return fit(dataset, "the DataFrame");
  }

  /** The same, with a name for the table in messages and in the ranking. */
  public ColumnSelectorModel fit(Dataset<?> dataset, String name) {
    Dataset<Row> rows = dataset.toDF();
    Run run = Run.seeded((Long) get(seed).get());
    FeatureRanking ranking = rank(rows, name, run);
    Set<String> ranked = new HashSet<>(List.of(rows.columns()));
    List<String> best = best(ranking, Set.copyOf(ranked));
    ranked.retainAll(new HashSet<>(ranking.order()));
    return new ColumnSelectorModel(uid, ranking, ranked, best, run.warnings()).setParent(this);
  }

  /** How many columns are wanted. */
  protected final int wanted() {
    return (Integer) get(keep).get();
  }

  /**
   * The target and the further options, by name.
   *
   * @throws InputException where no target was set, or an option is no {@code name=value}
   */
  protected final Map<String, String> changes() {
    if (!isSet(target)) {
      throw new InputException(
          "no target was set", "target", "call setTarget with a column's name");
    }
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("target", get(target).get());
    for (String pair : get(options).get()) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new InputException("is no name=value", pair, "give e.g. batch=65536");
      }
      changes.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return changes;
  }

  /** Which columns stay is not known before {@link #fit}: the schema as it is. */
  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  @SuppressWarnings("unchecked")
  public S copy(ParamMap extra) {
    return (S) defaultCopy(extra);
  }
}
