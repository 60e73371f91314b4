package dev.grassmann.spark.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig;
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
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Chooses the columns that say most about a target, as a stage of a Spark ML pipeline.
 *
 * <pre>{@code
 * OutRankSelectorModel model = new OutRankSelector().setTarget("click").setKeep(20).fit(table);
 * Dataset<Row> narrow = model.transform(table);
 * }</pre>
 *
 * <p>Columns are taken as categories, of the types that {@link dev.grassmann.spark.RowBlock} reads.
 */
public final class OutRankSelector extends Estimator<OutRankSelectorModel>
    implements DefaultParamsWritable {
  private final String uid;
  private final Param<String> target;
  private final IntParam keep;
  private final StringArrayParam options;
  private final LongParam seed;

  public OutRankSelector() {
    this(Identifiable$.MODULE$.randomUID("outrank"));
  }

  /**
   * @param uid name of this stage, as Spark writes it
   */
  public OutRankSelector(String uid) {
    this.uid = uid;
    this.target = new Param<>(this, "target", "column to be explained");
    this.keep = new IntParam(this, "keep", "how many columns to keep", ParamValidators.gtEq(1));
    this.options =
        new StringArrayParam(this, "options", "further options of OutRank, each as name=value");
    this.seed = new LongParam(this, "seed", "seed of what is drawn at random");
    set(keep, 20);
    set(options, new String[0]);
    set(seed, 0L);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Column to be explained. */
  public Param<String> target() {
    return target;
  }

  /** How many columns to keep, at least 1; default 20. */
  public IntParam keep() {
    return keep;
  }

  /** Further options of OutRank, each as {@code name=value}, e.g. {@code batch=65536}. */
  public StringArrayParam options() {
    return options;
  }

  /** Seed of what is drawn at random; default 0. */
  public LongParam seed() {
    return seed;
  }

  public OutRankSelector setTarget(String column) {
    set(target, column);
    return this;
  }

  public OutRankSelector setKeep(int columns) {
    set(keep, columns);
    return this;
  }

  /**
   * @param pairs each {@code name=value}, the name as on the command line, without dashes before it
   */
  public OutRankSelector setOptions(String... pairs) {
    set(options, pairs.clone());
    return this;
  }

  public OutRankSelector setSeed(long value) {
    set(seed, value);
    return this;
  }

  /**
   * Ranks the columns and remembers the best.
   *
   * @throws InputException where no target was set, an option is unknown, or the table cannot be
   *     ranked by it
   */
  @Override
  public OutRankSelectorModel fit(Dataset<?> dataset) {
    Dataset<Row> rows = dataset.toDF();
    Run run = Run.seeded((Long) get(seed).get());
    FeatureRanking ranking = new SparkOutRank(config()).rank(rows, "the DataFrame", run);
    List<String> best =
        ranking.scores().stream()
            .map(score -> score.feature())
            .filter(Set.of(rows.columns())::contains)
            .limit((Integer) get(keep).get())
            .toList();
    Set<String> ranked = new HashSet<>(List.of(rows.columns()));
    ranked.retainAll(ranking.scores().stream().map(score -> score.feature()).toList());
    return new OutRankSelectorModel(uid, ranking, ranked, best, run.warnings()).setParent(this);
  }

  private OutRankConfig config() {
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
    return OutRankConfig.DEFAULTS.with(changes);
  }

  /** Which columns stay is not known before {@link #fit}: the schema as it is. */
  @Override
  public StructType transformSchema(StructType schema) {
    return schema;
  }

  @Override
  public OutRankSelector copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
