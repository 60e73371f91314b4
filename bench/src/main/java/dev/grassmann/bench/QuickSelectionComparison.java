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
import java.util.ArrayList;
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

  /** Between means of several seeds; one run scatters by two percent about its side's mean. */
  private static final double TOLERANCE = 0.03;

  private static final double AT_LEAST = 5;

  private final List<Double> ourErrors = new ArrayList<>();
  private final List<Double> theirErrors = new ArrayList<>();
  private int ourTrue = CHOSEN;
  private int theirTrue = CHOSEN;

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
      theirs(peer); // both sides warm
      for (int i = 0; i < 3; i++) {
        ours(vectors, own);
      }
      Pairs pairs =
          Pairs.taken(bench.pairs(), bench.say(), () -> ours(vectors, own), () -> theirs(peer));
      return List.of(Row.of(this, work, "wall", peer.version(), pairs, answers(), AT_LEAST));
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
    Run run = Run.builder().seed(ourErrors.size()).folder(folder).build();
    long before = System.nanoTime();
    FeatureRanking ranking = new QuickSelection(config).rank(vectors, run);
    double seconds = (System.nanoTime() - before) / 1e9;
    ourErrors.add(Json.read(folder.file("network.json")).path("error").path(0).asDouble());
    long found =
        ranking.top(CHOSEN).stream()
            .filter(name -> Integer.parseInt(name.substring(1)) <= TRUE)
            .count();
    ourTrue = Math.min(ourTrue, (int) found);
    return seconds;
  }

  private double theirs(PeerWorker peer) {
    PeerWorker.Reply reply = peer.run();
    theirErrors.add(reply.answer().path("error").asDouble());
    int found = 0;
    for (JsonNode column : reply.answer().path("best")) {
      found += column.asInt() < TRUE ? 1 : 0;
    }
    theirTrue = Math.min(theirTrue, found);
    return reply.seconds();
  }

  /** Draws differ, so answers are compared by what they are worth, over all runs. */
  private Answers answers() {
    double ratio = mean(ourErrors) / mean(theirErrors);
    String found =
        String.format(
            Locale.ROOT,
            "true columns among the best %d: at least %d here, %d there",
            CHOSEN,
            ourTrue,
            theirTrue);
    return Answers.within(Math.abs(ratio - 1), TOLERANCE, "mean reconstruction errors (share)")
        .and(new Answers(ourTrue >= theirTrue, found));
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(x -> x).average().orElseThrow();
  }
}
