package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.screening.MiScreening;
import dev.grassmann.tables.screening.MiScreeningConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Screening by mutual information of kernel densities against the authors' package. */
final class ScreeningComparison implements Comparison {
  private static final int COLUMNS = 200;
  private static final double TOLERANCE = 1e-8;
  private static final double AT_LEAST = 5;

  @Override
  public String id() {
    return "screening";
  }

  @Override
  public List<Row> run(Bench bench) {
    List<Row> rows = new ArrayList<>();
    for (int n : new int[] {1_000, 10_000}) {
      rows.add(run(bench, n));
    }
    return rows;
  }

  private Row run(Bench bench, int n) {
    String work =
        String.format(
            Locale.ROOT,
            "mutual information of %,d columns with a number, %,d rows, grid 300 x 300,"
                + " Epanechnikov, bandwidth as released",
            COLUMNS,
            n);
    bench.say().accept(work);
    Path folder = bench.work(id());
    float[] x = new Draws(4).normal(n * (COLUMNS + 1), 1);
    for (int row = 0; row < n; row++) { // the target is a parabola of the first column, and noise
      float first = x[row * (COLUMNS + 1)];
      x[row * (COLUMNS + 1) + COLUMNS] += first * first;
    }
    NpyFile.write(folder.resolve("x.npy"), x, n, COLUMNS + 1);
    Table table = table(x, n);
    FeatureRanking[] ranking = new FeatureRanking[1];
    PeerEnvironment environment = bench.environment("screening");
    int cores = Runtime.getRuntime().availableProcessors();
    String many = Integer.toString(Math.max(2, cores));
    try (PeerWorker alone = PeerWorker.start(environment, folder, "screening.py", "1");
        PeerWorker all = PeerWorker.start(environment, 1, folder, "screening.py", many)) {
      JsonNode answer = alone.run().answer(); // what is compared
      double one = alone.run().seconds();
      all.run();
      PeerWorker peer = all.run().seconds() < one ? all : alone;
      for (int i = 0; i < 3; i++) {
        ours(table, ranking);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(), bench.say(), () -> ours(table, ranking), () -> peer.run().seconds());
      double apart = 0;
      for (int j = 0; j < COLUMNS; j++) {
        apart = Math.max(apart, Math.abs(ranking[0].score("x" + j) - answer.get(j).asDouble()));
      }
      Answers answers = Answers.within(apart, TOLERANCE, "nats");
      return Row.of(this, work, "wall", peer.version(), pairs, answers, AT_LEAST);
    }
  }

  private static Table table(float[] x, int n) {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j <= COLUMNS; j++) {
      double[] numbers = new double[n];
      for (int row = 0; row < n; row++) {
        numbers[row] = x[row * (COLUMNS + 1) + j];
      }
      columns.add(new Column.Numeric(j == COLUMNS ? "y" : "x" + j, numbers, false));
    }
    return new Table("bench", columns);
  }

  private static double ours(Table table, FeatureRanking[] ranking) {
    MiScreeningConfig config =
        MiScreeningConfig.DEFAULTS.with(Map.of("target", "y", "bandwidth", "as-released"));
    long before = System.nanoTime();
    ranking[0] = new MiScreening().run(table, config, Run.local());
    return (System.nanoTime() - before) / 1e9;
  }
}
