package dev.grassmann.spark.dsir;

import dev.grassmann.tables.dsir.BucketCounts;
import dev.grassmann.tables.dsir.FeatureMap;
import dev.grassmann.tables.dsir.Featurizer;
import dev.grassmann.tables.dsir.LogRatio;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Adds two values to each row of a partition: the log weight of its text, in nats, and its length
 * in tokens. A text that is null has no weight and the length -1.
 *
 * @param text place of the text in a row
 */
record Weighing(FeatureMap map, Counted target, Counted raw, double smoothing, int text)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Featurizer featurizer = new Featurizer(map);
    BucketCounts ofTarget = target.toBuckets();
    LogRatio ratio = LogRatio.of(ofTarget, raw.toBuckets(), smoothing);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return weighed(rows.next(), featurizer, ratio);
      }
    };
  }

  private Row weighed(Row row, Featurizer featurizer, LogRatio ratio) {
    int width = row.length();
    Object[] values = new Object[width + 2];
    for (int i = 0; i < width; i++) {
      values[i] = row.get(i);
    }
    String read = row.getString(text);
    values[width + 1] = -1;
    if (read != null) {
      int count = featurizer.read(read);
      values[width] = ratio.weight(featurizer.buckets(), count);
      values[width + 1] = featurizer.length();
    }
    return RowFactory.create(values);
  }
}
