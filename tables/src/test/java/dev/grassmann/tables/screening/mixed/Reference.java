package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What make_mixed.py wrote and printed. */
final class Reference {
  static final double[] EFFECTS = {1.0239243200, 1.0778744848, -0.5794933172, 0.0551753659};
  static final double[] ERRORS = {0.1474520818, 0.1081024959, 0.0979865489, 0.1011077016};
  static final double LOG_LIKELIHOOD = -243.74383683604958;

  /** statsmodels' own maximum, which is a little lower. */
  static final double LOG_LIKELIHOOD_OF_STATSMODELS = -243.74982615762372;

  static final double RESIDUAL_VARIANCE = 1.2279233;
  static final double[] T_EFFECTS = {1.1596529135, 1.0902747583, -0.5163533747, -0.0045884732};
  static final double T_MINUS_LOG = 230.7762915746463;

  private Reference() {}

  static Table table() {
    List<String> lines;
    try (InputStream in = Reference.class.getResourceAsStream("mixed.csv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] names = lines.get(0).split(",");
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      int column = c;
      double[] numbers =
          lines.stream()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
              .toArray();
      columns.add(new Column.Numeric(names[c], numbers, c == 0));
    }
    return new Table("mixed.csv", columns);
  }

  /** The model of the script; nu is 4 where the tails are fixed. */
  static MixedConfig config(String tails) {
    return MixedConfig.DEFAULTS.with(
        Map.of(
            "target", "y", "cluster", "g", "fixed", "a,b,c", "random", "a", "tails", tails, "nu",
            4.0));
  }
}
