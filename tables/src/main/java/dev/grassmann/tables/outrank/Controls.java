package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Columns that show what scores mean: noise of many cardinalities, which must score nothing, and
 * two columns that know the target (its copy, and a number for each distinct row), which show what
 * the best can score.
 */
final class Controls {
  private static final int[] CARDINALITIES = {2, 100, 2_000, 10_000, 50_000};

  private final Table table;
  private final OutRankConfig config;
  private final Run run;

  Controls(Table table, OutRankConfig config, Run run) {
    this.table = table;
    this.config = config;
    this.run = run;
  }

  List<Source> all() {
    List<Source> controls = new ArrayList<>();
    controls.add(noise("constant", (row, random) -> 0));
    controls.add(noise("gaussian", (row, random) -> gaussian(random)));
    controls.add(noise("uniform", (row, random) -> random.nextDouble()));
    for (int cardinality : CARDINALITIES) {
      controls.add(noise("random " + cardinality, (row, random) -> random.nextInt(cardinality)));
    }
    controls.add(noise("row number", (row, random) -> row));
    Column target = table.column(config.target());
    controls.add(
        new Source(
            "CONTROL copy of the target",
            Role.POSITIVE_CONTROL,
            config.targetBins(),
            () -> target));
    controls.add(new Source("CONTROL distinct rows", Role.POSITIVE_CONTROL, 0, this::distinctRows));
    return controls;
  }

  /** A number for a row. */
  @FunctionalInterface
  private interface Draw {
    double number(int row, SplittableRandom random);
  }

  private Source noise(String what, Draw draw) {
    String name = "CONTROL " + what;
    return new Source(
        name,
        Role.CONTROL,
        config.bins(),
        () -> {
          SplittableRandom random = run.random("outrank control " + what);
          double[] numbers = new double[table.rows()];
          for (int row = 0; row < numbers.length; row++) {
            numbers[row] = draw.number(row, random);
          }
          return new Column.Numeric(name, numbers, false);
        });
  }

  /** The same number for rows that agree in every column, the target included. */
  private Column distinctRows() {
    Encoder encoder = new Encoder(Rows.all(table.rows()), List.of(), false);
    Codes rows = Codes.dense(new int[table.rows()], 1);
    for (Column column : table.columns()) {
      rows = rows.and(encoder.feature(column, Role.COLUMN, 0).codes());
    }
    double[] numbers = Arrays.stream(rows.code()).asDoubleStream().toArray();
    return new Column.Numeric("CONTROL distinct rows", numbers, true);
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
