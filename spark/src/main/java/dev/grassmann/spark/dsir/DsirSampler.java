package dev.grassmann.spark.dsir;

import static dev.grassmann.spark.NumberedRows.quoted;

import dev.grassmann.core.InputException;
import dev.grassmann.tables.dsir.BucketCounts;
import dev.grassmann.tables.dsir.FeatureMap;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the hashed n-grams of raw text and of a target, and so learns to weigh documents by how
 * much they look like the target (Xie et al. 2023).
 *
 * <pre>{@code
 * DsirSamplerModel model = new DsirSampler().setTarget(wiki).setText("text").fit(raw);
 * Dataset<Row> chosen = model.draw(raw, DsirSamplerModel.Draw.of(1_000_000, 0));
 * }</pre>
 *
 * <p>Cost: one pass over each collection; a partition sends one number a bucket.
 */
public final class DsirSampler extends Estimator<DsirSamplerModel> {
  private final String uid;
  private final Param<String> text;
  private final IntParam ngrams;
  private final IntParam buckets;
  private final DoubleParam smoothing;
  private Dataset<Row> target;

  public DsirSampler() {
    this(Identifiable$.MODULE$.randomUID("dsir"));
  }

  /**
   * @param uid name of this stage, as Spark writes it
   */
  public DsirSampler(String uid) {
    this.uid = uid;
    this.text = new Param<>(this, "text", "column of the text, in both collections");
    this.ngrams =
        new IntParam(
            this, "ngrams", "longest n-gram", ParamValidators.inRange(1, FeatureMap.LONGEST));
    this.buckets =
        new IntParam(
            this,
            "buckets",
            "buckets that n-grams are hashed into",
            ParamValidators.inRange(2, FeatureMap.MOST_BUCKETS));
    this.smoothing =
        new DoubleParam(
            this, "smoothing", "pseudo-count of the target's model", ParamValidators.gtEq(0));
    set(text, "text");
    set(ngrams, FeatureMap.DEFAULT.ngrams());
    set(buckets, FeatureMap.DEFAULT.buckets());
    set(smoothing, 0.0);
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Column of the text, in both collections; default {@code text}. */
  public Param<String> text() {
    return text;
  }

  /** Longest n-gram, 1 to 8; default 2. */
  public IntParam ngrams() {
    return ngrams;
  }

  /** Buckets that n-grams are hashed into, 2 to 2^24; default 10,000. */
  public IntParam buckets() {
    return buckets;
  }

  /** Pseudo-count of the target's model, at least 0; default 0. */
  public DoubleParam smoothing() {
    return smoothing;
  }

  /** The collection that chosen documents should look like. */
  public DsirSampler setTarget(Dataset<?> documents) {
    this.target = documents.toDF();
    return this;
  }

  public DsirSampler setText(String column) {
    set(text, column);
    return this;
  }

  public DsirSampler setNgrams(int longest) {
    set(ngrams, longest);
    return this;
  }

  public DsirSampler setBuckets(int number) {
    set(buckets, number);
    return this;
  }

  public DsirSampler setSmoothing(double pseudoCount) {
    set(smoothing, pseudoCount);
    return this;
  }

  /**
   * Counts both collections.
   *
   * @param raw the collection to choose from
   * @throws InputException where there is no target, no such column, or no word in a collection
   */
  @Override
  public DsirSamplerModel fit(Dataset<?> raw) {
    if (target == null) {
      throw new InputException(
          "no target was set", "target", "call setTarget with documents to look like");
    }
    String column = get(text).get();
    FeatureMap map =
        new FeatureMap(
            (Integer) get(ngrams).get(),
            (Integer) get(buckets).get(),
            FeatureMap.DEFAULT.hash(),
            FeatureMap.DEFAULT.tokens());
    requireText(target.schema(), column, "target");
    requireText(raw.schema(), column, "raw");
    BucketCounts ofTarget = Counting.of(target.select(quoted(column)), map, "target");
    BucketCounts ofRaw = Counting.of(raw.toDF().select(quoted(column)), map, "raw");
    return new DsirSamplerModel(uid, column, map, ofTarget, ofRaw, (Double) get(smoothing).get())
        .setParent(this);
  }

  static void requireText(StructType schema, String column, String what) {
    List<String> names = List.of(schema.fieldNames());
    if (!names.contains(column)) {
      throw new InputException(
          "there is no column '" + column + "'",
          "the " + what + " DataFrame",
          "columns are " + String.join(", ", names));
    }
    if (!schema.apply(column).dataType().equals(DataTypes.StringType)) {
      throw new InputException(
          "column '" + column + "' holds " + schema.apply(column).dataType().simpleString(),
          "the " + what + " DataFrame",
          "name a column of strings");
    }
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return DsirSamplerModel.withWeights(schema, get(text).get());
  }

  @Override
  public DsirSampler copy(ParamMap extra) {
    DsirSampler copy = new DsirSampler(uid);
    copy.target = target;
    return copyValues(copy, extra);
  }
}
