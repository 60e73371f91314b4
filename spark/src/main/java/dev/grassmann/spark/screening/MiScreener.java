package dev.grassmann.spark.screening;

import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.spark.ColumnSelector;
import dev.grassmann.tables.screening.MiScreening;
import dev.grassmann.tables.screening.MiScreeningConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the columns that depend most on a target by mutual information, whatever the form of the
 * dependence; rows / ln rows of them unless told otherwise ({@code setKeep(0)}).
 *
 * <pre>{@code
 * ColumnSelectorModel model = new MiScreener().setTarget("price").setKeep(50).fit(table);
 * Dataset<Row> narrow = model.transform(table);
 * }</pre>
 */
public final class MiScreener extends ColumnSelector<MiScreener> {
  public MiScreener() {
    this(Identifiable$.MODULE$.randomUID("miscreening"));
  }

  /**
   * @param uid name of this stage, as Spark writes it
   */
  public MiScreener(String uid) {
    super(uid, 0);
    setDefaults(0);
  }

  /** Reads a stage that was written; Spark calls it when it loads a pipeline. */
  public static MLReader<MiScreener> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public MethodInfo info() {
    return new MiScreening().info();
  }

  @Override
  public MiScreeningConfig config() {
    return MiScreeningConfig.DEFAULTS.with(Map.of("top", wanted())).with(changes());
  }

  @Override
  protected FeatureRanking rank(Dataset<Row> rows, String name, Run run) {
    return new SparkScreening(config()).rank(rows, name, run);
  }

  @Override
  protected List<String> best(FeatureRanking ranking, Set<String> columns) {
    return ranking.selection();
  }
}
