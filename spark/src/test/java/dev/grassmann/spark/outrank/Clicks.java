package dev.grassmann.spark.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.spark.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A small click log: a column that knows, one that half knows, numbers, an id, missing values. */
record Clicks(int rows, long seed) {
  static final List<String> NAMES =
      List.of("knows", "half knows", "an.id", "number", "noise", "click");

  private Object[][] cells() {
    SplittableRandom random = new SplittableRandom(seed);
    Object[][] cells = new Object[rows][];
    for (int i = 0; i < rows; i++) {
      int click = random.nextInt(3);
      String knows = random.nextInt(10) == 0 ? null : "v" + (click * 10 + random.nextInt(10));
      String half = random.nextBoolean() ? "w" + click : "w" + random.nextInt(3);
      Double number =
          random.nextInt(20) == 0 ? null : random.nextInt(50) / 4.0 + (click == 1 ? 1 : 0);
      cells[i] =
          new Object[] {
            knows, half, "id" + i, number, random.nextInt(1_000), click == 0 ? "no" : "yes" + click
          };
    }
    return cells;
  }

  Table table() {
    Object[][] cells = cells();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < NAMES.size(); c++) {
      double[] numbers = new double[rows];
      String[] texts = new String[rows];
      for (int i = 0; i < rows; i++) {
        Object cell = cells[i][c];
        numbers[i] = cell instanceof Number number ? number.doubleValue() : Double.NaN;
        texts[i] = cell == null ? null : cell.toString();
      }
      boolean numeric = c == 3 || c == 4;
      columns.add(
          numeric
              ? new Column.Numeric(NAMES.get(c), numbers, c == 4)
              : new Column.Text(NAMES.get(c), texts));
    }
    return new Table("clicks", columns);
  }

  Dataset<Row> frame(int partitions) {
    StructType schema = new StructType();
    for (int c = 0; c < NAMES.size(); c++) {
      schema =
          schema.add(
              NAMES.get(c),
              c == 3
                  ? DataTypes.DoubleType
                  : c == 4 ? DataTypes.IntegerType : DataTypes.StringType);
    }
    List<Row> made = new ArrayList<>();
    for (Object[] row : cells()) {
      made.add(RowFactory.create(row));
    }
    var spark = LocalSpark.session();
    var context = new org.apache.spark.api.java.JavaSparkContext(spark.sparkContext());
    return spark.createDataFrame(context.parallelize(made, partitions), schema);
  }
}
