package dev.grassmann.spark;

import dev.grassmann.core.result.FeatureRanking;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a {@link ColumnSelector} has learnt: drops the ranked columns that are not among the best.
 * Columns that were not ranked, the target among them, stay; so does the order of the columns.
 */
public final class ColumnSelectorModel extends Model<ColumnSelectorModel> implements MLWritable {
  private final String uid;
  private final FeatureRanking ranking;
  private final Set<String> ranked;
  private final List<String> best;
  private final List<String> warnings;

  ColumnSelectorModel(
      String uid,
      FeatureRanking ranking,
      Set<String> ranked,
      List<String> best,
      List<String> warnings) {
    this.uid = uid;
    this.ranking = ranking;
    this.ranked = Set.copyOf(ranked);
    this.best = List.copyOf(best);
    this.warnings = List.copyOf(warnings);
  }

  /** Reads a model that was written; Spark calls it when it loads a pipeline. */
  public static MLReader<ColumnSelectorModel> read() {
    return new ModelFiles.Reader();
  }

  @Override
  public MLWriter write() {
    return new ModelFiles.Writer(this);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** All scores; has JSON, files and a report of its own. */
  public FeatureRanking ranking() {
    return ranking;
  }

  /** The columns that are kept, the best first. */
  public List<String> best() {
    return best;
  }

  /** What makes the ranking less than it seems, in plain words. */
  public List<String> warnings() {
    return warnings;
  }

  Set<String> ranked() {
    return ranked;
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    Column[] kept =
        Arrays.stream(dataset.columns())
            .filter(this::stays)
            .map(NumberedRows::quoted)
            .toArray(Column[]::new);
    return dataset.toDF().select(kept);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return new StructType(
        Arrays.stream(schema.fields())
            .filter(field -> stays(field.name()))
            .toArray(StructField[]::new));
  }

  private boolean stays(String column) {
    return !ranked.contains(column) || best.contains(column);
  }

  @Override
  public ColumnSelectorModel copy(ParamMap extra) {
    ColumnSelectorModel copy = new ColumnSelectorModel(uid, ranking, ranked, best, warnings);
    return copyValues(copy, extra).setParent(parent());
  }
}
