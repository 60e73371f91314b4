package dev.grassmann.spark.screening;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.spark.LocalSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A parabola, a colour, a dose of three values, noise, a constant, holes; a number and a class. */
record Measurements(int rows, long seed) {
  static final List<String> NAMES =
      List.of("bent", "the colour", "dose", "noise.1", "noise.2", "constant", "late", "y", "class");

  private Object[][] cells() {
    SplittableRandom random = new SplittableRandom(seed);
    Object[][] cells = new Object[rows][];
    for (int i = 0; i < rows; i++) {
      double x = random.nextGaussian();
      double y = x * x + 0.5 * random.nextGaussian();
      Double bent = random.nextInt(9) == 0 ? null : (Double) x;
      String colour = random.nextInt(20) == 0 ? null : y > 1 ? "red" : y > 0.2 ? "green" : "blue";
      int dose = x > 1 ? 2 : x > 0 ? 1 : 0;
      Double known = random.nextInt(15) == 0 ? null : (Double) y;
      cells[i] =
          new Object[] {
            bent,
            colour,
            dose,
            random.nextGaussian(),
            random.nextDouble(),
            7.0,
            y + 3 * random.nextGaussian(),
            known,
            y > 0.5 ? "high" : "low"
          };
    }
    return cells;
  }

  private static boolean isText(int c) {
    return c == 1 || c == 8;
  }

  Table table() {
    Object[][] cells = cells();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < NAMES.size(); c++) {
      int of = c;
      if (isText(c)) {
        String[] texts = Arrays.stream(cells).map(row -> (String) row[of]).toArray(String[]::new);
        columns.add(new Column.Text(NAMES.get(c), texts));
      } else {
        double[] numbers =
            Arrays.stream(cells)
                .mapToDouble(r -> r[of] == null ? Double.NaN : ((Number) r[of]).doubleValue())
                .toArray();
        columns.add(new Column.Numeric(NAMES.get(c), numbers, c == 2));
      }
    }
    return new Table("measurements", columns);
  }

  Dataset<Row> frame(int partitions) {
    StructType schema = new StructType();
    for (int c = 0; c < NAMES.size(); c++) {
      DataType type =
          isText(c) ? DataTypes.StringType : c == 2 ? DataTypes.IntegerType : DataTypes.DoubleType;
      schema = schema.add(NAMES.get(c), type);
    }
    List<Row> made = Arrays.stream(cells()).map(RowFactory::create).toList();
    var context = new JavaSparkContext(LocalSpark.session().sparkContext());
    return LocalSpark.session().createDataFrame(context.parallelize(made, partitions), schema);
  }
}
