package dev.grassmann.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.quickselection.QuickSelection;
import dev.grassmann.tables.quickselection.QuickSelectionConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** QuickSelection against the authors' own code, at the size of its MNIST run. */
final class QuickSelectionComparison implements Comparison {
  private static final int N = 10_000;
  private static final int D = 784;

  /** Columns made of common factors; the others are noise. */
  private static final int TRUE = 392;

  private static final int FACTORS = 20;
  private static final int EPOCHS = 5;
  private static final int CHOSEN = 50;
  private static final double TOLERANCE = 0.02;
  private static final double AT_LEAST = 5;

  private FeatureRanking ranking;

  @Override
  public String id() {
    return "quickselection";
  }

  @Override
  public List<Row> run(Bench bench) {
    String work = "5 epochs on 10,000 rows, 784 columns and 1,000 hidden units, SET included";
    bench.say().accept(work);
    Optional<Path> checkout = bench.checkout("quickselection");
    if (checkout.isEmpty()) {
      return List.of();
    }
    Path folder = bench.work(id());
    float[] x = columns();
    NpyFile.write(folder.resolve("x.npy"), x, N, D);
    Vectors vectors = Vectors.of(x, N, D);
    RunFolder own = RunFolder.at(folder.resolve("ours"));
    PeerEnvironment environment = bench.environment("quickselection");
    String epochs = Integer.toString(EPOCHS);
    try (PeerWorker peer =
        PeerWorker.start(
            environment, folder, "quickselection.py", epochs, checkout.get().toString())) {
      JsonNode answer = peer.run().answer(); // warm, and what is compared
      for (int i = 0; i < 3; i++) {
        ours(vectors, own);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(), bench.say(), () -> ours(vectors, own), () -> peer.run().seconds());
      return List.of(
          Row.of(this, work, "wall", peer.version(), pairs, answers(own, answer), AT_LEAST));
    }
  }

  private static float[] columns() {
    Draws draws = new Draws(3);
    float[] x = draws.normal(N * D, 1);
    float[] mix = draws.unitRows(TRUE, FACTORS);
    for (int i = 0; i < N; i++) {
      float[] factors = draws.normal(FACTORS, 0.9);
      for (int j = 0; j < TRUE; j++) {
        float sum = 0;
        for (int f = 0; f < FACTORS; f++) {
          sum += mix[j * FACTORS + f] * factors[f];
        }
        x[i * D + j] = sum + (float) Math.sqrt(0.19) * x[i * D + j]; // variance 0.81 + 0.19
      }
    }
    return x;
  }

  private double ours(Vectors vectors, RunFolder folder) {
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS.with(Map.of("epochs", EPOCHS, "scaling", "none"));
    long before = System.nanoTime();
    ranking = new QuickSelection(config).rank(vectors, Run.builder().folder(folder).build());
    return (System.nanoTime() - before) / 1e9;
  }

  /** Draws differ, so the answers are compared by what they are worth. */
  private Answers answers(RunFolder folder, JsonNode peer) {
    double ours = Json.read(folder.file("network.json")).path("error").path(0).asDouble();
    double theirs = peer.path("error").asDouble();
    long ourTrue =
        ranking.top(CHOSEN).stream()
            .filter(name -> Integer.parseInt(name.substring(1)) <= TRUE)
            .count();
    long theirTrue = 0;
    for (JsonNode column : peer.path("best")) {
      theirTrue += column.asInt() < TRUE ? 1 : 0;
    }
    String found =
        String.format(
            Locale.ROOT, "true columns among the best 50: %d here, %d there", ourTrue, theirTrue);
    return Answers.within(Math.abs(ours / theirs - 1), TOLERANCE, "reconstruction errors (share)")
        .and(new Answers(ourTrue >= theirTrue, found));
  }
}
