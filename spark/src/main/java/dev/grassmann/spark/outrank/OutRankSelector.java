package dev.grassmann.spark.outrank;

import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.ColumnSelector;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the columns that say most about a target by OutRank; 20 of them unless told otherwise.
 * All columns are taken as categories.
 *
 * <pre>{@code
 * ColumnSelectorModel model = new OutRankSelector().setTarget("click").setKeep(20).fit(table);
 * Dataset<Row> narrow = model.transform(table);
 * }</pre>
 */
public final class OutRankSelector extends ColumnSelector<OutRankSelector> {
  private static final int KEPT = 20;

  private final BooleanParam cardinalities;

  public OutRankSelector() {
    this(Identifiable$.MODULE$.randomUID("outrank"));
  }

  /**
   * @param uid name of this stage, as Spark writes it
   */
  public OutRankSelector(String uid) {
    super(uid, 1);
    this.cardinalities =
        new BooleanParam(this, "cardinalities", "whether distinct values are counted");
    setDefaults(KEPT);
    set(cardinalities, true);
  }

  /** Reads a stage that was written; Spark calls it when it loads a pipeline. */
  public static MLReader<OutRankSelector> read() {
    return new DefaultParamsReader<>();
  }

  /** Whether the distinct values of each column are counted, which the scores do not need. */
  public BooleanParam cardinalities() {
    return cardinalities;
  }

  public OutRankSelector setCardinalities(boolean counted) {
    set(cardinalities, counted);
    return this;
  }

  @Override
  public MethodInfo info() {
    return new OutRank().info();
  }

  @Override
  public OutRankConfig config() {
    return OutRankConfig.DEFAULTS.with(changes());
  }

  @Override
  protected FeatureRanking rank(Dataset<Row> rows, String name, Run run) {
    return new SparkOutRank(config(), (Boolean) get(cardinalities).get()).rank(rows, name, run);
  }

  /** The best by score; combinations of columns are no columns. */
  @Override
  protected List<String> best(FeatureRanking ranking, Set<String> columns) {
    return ranking.order().stream().filter(columns::contains).limit(wanted()).toList();
  }
}
