package dev.grassmann.spark.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.tables.dsir.BucketCounts;
import dev.grassmann.tables.dsir.FeatureMap;
import dev.grassmann.tables.dsir.Featurizer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the n-grams of a partition; rows hold one text, or null, which is no document. */
record Counting(FeatureMap map) implements FlatMapFunction<Iterator<Row>, Counted> {

  @Override
  public Iterator<Counted> call(Iterator<Row> rows) {
    Featurizer featurizer = new Featurizer(map);
    BucketCounts counts = new BucketCounts(map.buckets());
    while (rows.hasNext()) {
      String text = rows.next().getString(0);
      if (text != null) {
        int count = featurizer.read(text);
        counts.add(featurizer.buckets(), 0, count);
      }
    }
    return List.of(new Counted(counts.counts(), counts.documents())).iterator();
  }

  /**
   * Counts of a whole collection.
   *
   * @param texts one column
   * @param what what refusals call it, e.g. {@code target}
   * @throws InputException where there is no n-gram in it
   */
  static BucketCounts of(Dataset<Row> texts, FeatureMap map, String what) {
    BucketCounts counts =
        texts
            .toJavaRDD()
            .mapPartitions(new Counting(map))
            .fold(new Counted(new long[map.buckets()], 0), Counted::and)
            .toBuckets();
    if (counts.total() == 0) {
      throw new InputException(
          "the " + what + " collection has no words", "", "give one with text in it");
    }
    return counts;
  }
}
