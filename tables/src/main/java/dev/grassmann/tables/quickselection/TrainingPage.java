package dev.grassmann.tables.quickselection;

import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.quickselection.QuickSelection.Naming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Pictures of the training, {@code training.html}: how the ranking came about. */
record TrainingPage(
    Prepared prepared, Naming naming, QuickSelectionConfig config, Trained trained) {
  private static final int DRAWN = 12;
  private static final int BINS = 30;

  /** A map of more cells shows no more. */
  private static final int MOST_CELLS = 200 * 200;

  void write(RunFolder folder) {
    Report report =
        new Report("How QuickSelection was trained")
            .answer(
                String.format(
                    Locale.ROOT,
                    "%,d of %,d possible connections learnt to repair %,d columns; the mean squared"
                        + " error came down to %.3f.",
                    trained.last().first().count() + trained.last().second().count(),
                    2L * trained.last().columns() * trained.last().hidden(),
                    trained.last().columns(),
                    trained.errors()[trained.errors().length - 1]));
    report.section("Loss").chart(losses());
    report
        .section("Strengths")
        .text("The columns that are best at the end, epoch by epoch (first training).")
        .chart(trajectories());
    maps(report);
    report
        .section("Connections")
        .text("Connections gather at columns that are of use; at first all have about as many.")
        .chart(degrees());
    report.write(folder.file("training.html"));
  }

  private Lines losses() {
    List<Chart.Point> points = new ArrayList<>();
    for (int t = 0; t < trained.losses().length; t++) {
      for (int e = 0; e < config.epochs(); e++) {
        points.add(new Chart.Point(e + 1, trained.losses()[t][e], "training " + (t + 1)));
      }
    }
    return new Lines("Loss with noise and dropout", "epoch", "mean squared error", points);
  }

  private Lines trajectories() {
    float[][] path = trained.trajectory();
    int[] best = Experiment.top(path[path.length - 1], DRAWN);
    List<Chart.Point> points = new ArrayList<>();
    for (int c : best) {
      for (int e = 0; e < path.length; e++) {
        points.add(new Chart.Point(e + 1, path[e][c], naming.features().get(prepared.kept()[c])));
      }
    }
    return new Lines("Strength of the best columns", "epoch", config.measure().words(), points);
  }

  /** One map for each of epochs 1, 2, 5, 10, 20, 50, ... and the last. */
  private void maps(Report report) {
    int[] size = config.gridSize(naming.features().size());
    if (size.length == 0 || size[0] * size[1] > MOST_CELLS) {
      return;
    }
    report.section("Where the strong columns lie");
    List<String> rows = IntStream.rangeClosed(1, size[0]).mapToObj(Integer::toString).toList();
    List<String> columns = IntStream.rangeClosed(1, size[1]).mapToObj(Integer::toString).toList();
    for (int epoch : shown(config.epochs())) {
      double[][] cells = new double[size[0]][size[1]];
      for (int c = 0; c < prepared.kept().length; c++) {
        int at = prepared.kept()[c];
        cells[at / size[1]][at % size[1]] = trained.trajectory()[epoch - 1][c];
      }
      report.chart(new HeatMap("Epoch " + epoch, rows, columns, cells, config.measure().words()));
    }
  }

  static int[] shown(int epochs) {
    return IntStream.concat(
            IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000).filter(e -> e < epochs),
            IntStream.of(epochs))
        .toArray();
  }

  private Histogram degrees() {
    Trained t = trained;
    double[] degrees = Measure.DEGREE.scores(t.last().first(), t.last().second());
    int bins = (int) Math.min(BINS, Arrays.stream(degrees).distinct().count());
    return Histogram.of("Connections of the input neurons", "connections", degrees, bins);
  }
}
