package dev.grassmann.spark.dsir;

import static dev.grassmann.spark.NumberedRows.quoted;

import dev.grassmann.core.InputException;
import dev.grassmann.spark.NumberedRows;
import dev.grassmann.tables.dsir.BucketCounts;
import dev.grassmann.tables.dsir.FeatureMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** What {@link DsirSampler} has learnt: weighs documents, and draws from them. */
public final class DsirSamplerModel extends Model<DsirSamplerModel> {
  /** Column that {@link #transform} adds: log weight in nats; null where the text is null. */
  public static final String LOG_WEIGHT = "log_weight";

  /** Column that {@link #transform} adds: length in tokens; -1 where the text is null. */
  public static final String LENGTH = "length";

  private final String uid;
  private final String text;
  private final FeatureMap map;
  private final BucketCounts target;
  private final BucketCounts raw;
  private final double smoothing;

  DsirSamplerModel(
      String uid,
      String text,
      FeatureMap map,
      BucketCounts target,
      BucketCounts raw,
      double smoothing) {
    this.uid = uid;
    this.text = text;
    this.map = map;
    this.target = target;
    this.raw = raw;
    this.smoothing = smoothing;
  }

  /**
   * How to draw.
   *
   * @param k how many documents, at least 1
   * @param seed of the noise
   * @param minLength documents of fewer tokens are left out; the paper's is 100
   * @param temperature divides log weights, above 0; the paper's is 1
   */
  public record Draw(long k, long seed, int minLength, double temperature) {
    public Draw {
      if (k < 1 || !(temperature > 0)) {
        throw new InputException(
            "k " + k + ", temperature " + temperature, "", "give k of 1 or more, above 0 each");
      }
    }

    /** With the paper's length and temperature. */
    public static Draw of(long k, long seed) {
      return new Draw(k, seed, 100, 1);
    }
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Counts of the target. */
  public BucketCounts target() {
    return target;
  }

  /** Counts of raw text. */
  public BucketCounts raw() {
    return raw;
  }

  /**
   * Adds {@link #LOG_WEIGHT} and {@link #LENGTH} to documents.
   *
   * @throws InputException where there is no column of texts of the right name, or one of the added
   *     names is taken
   */
  @Override
  public Dataset<Row> transform(Dataset<?> documents) {
    Dataset<Row> rows = documents.toDF();
    StructType schema = withWeights(rows.schema(), text);
    Weighing weighing =
        new Weighing(
            map,
            new Counted(target.counts(), target.documents()),
            new Counted(raw.counts(), raw.documents()),
            smoothing,
            rows.schema().fieldIndex(text));
    return rows.mapPartitions(weighing, Encoders.row(schema));
  }

  static StructType withWeights(StructType schema, String text) {
    DsirSampler.requireText(schema, text, "raw");
    for (String added : List.of(LOG_WEIGHT, LENGTH)) {
      if (List.of(schema.fieldNames()).contains(added)) {
        throw new InputException(
            "there is a column '" + added + "' already", "the raw DataFrame", "rename or drop it");
      }
    }
    return schema
        .add(LOG_WEIGHT, DataTypes.DoubleType, true)
        .add(LENGTH, DataTypes.IntegerType, false);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return withWeights(schema, text);
  }

  /**
   * Draws documents without replacement in proportion to their weights: those that one machine
   * draws with the same seed from the same documents in the same order.
   *
   * @return the documents drawn, in their order, with the columns of {@link #transform}
   * @throws InputException where fewer documents are long enough than are asked for
   */
  public Dataset<Row> draw(Dataset<?> documents, Draw how) {
    Dataset<Row> rows = documents.toDF();
    String number = NumberedRows.free("grassmann document", rows.columns());
    String key = NumberedRows.free("grassmann key", rows.columns());
    NumberedRows numbered = NumberedRows.of(rows);
    Dataset<Row> weighed = transform(numbered.with(number));
    Column drawn =
        functions
            .udf(new DrawKey(how.seed(), how.temperature()), DataTypes.DoubleType)
            .apply(quoted(number), quoted(LOG_WEIGHT));
    Dataset<Row> keys =
        weighed
            .where(quoted(LENGTH).geq(Math.max(0, how.minLength())))
            .select(quoted(number), drawn.as(key), quoted(LOG_WEIGHT), quoted(LENGTH))
            .persist(StorageLevel.MEMORY_AND_DISK());
    requireEnough(keys.count(), numbered.count(), how);
    Dataset<Row> chosen =
        keys.orderBy(quoted(key).desc(), quoted(number).asc()).limit((int) how.k()).drop(key);
    Column[] order =
        Arrays.stream(weighed.columns())
            .filter(name -> !name.equals(number))
            .map(NumberedRows::quoted)
            .toArray(Column[]::new);
    return numbered.with(number).join(chosen, number).orderBy(quoted(number)).select(order);
  }

  private static void requireEnough(long enough, long documents, Draw how) {
    if (how.k() > enough || how.k() > Integer.MAX_VALUE) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "asked for %,d documents, only %,d of %,d have %,d tokens or more",
              how.k(),
              enough,
              documents,
              how.minLength()),
          "k",
          "ask for fewer, or lower the least length");
    }
  }

  @Override
  public DsirSamplerModel copy(ParamMap extra) {
    DsirSamplerModel copy = new DsirSamplerModel(uid, text, map, target, raw, smoothing);
    return copyValues(copy, extra).setParent(parent());
  }
}
