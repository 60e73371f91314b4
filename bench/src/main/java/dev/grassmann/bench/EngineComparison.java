package dev.grassmann.bench;

import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One training step driven from Java against the same step driven from Python's torch. */
final class EngineComparison implements Comparison {
  private static final double AT_LEAST = 0.95;
  private static final double LOSS_TOLERANCE =
      1e-3; // relative; products are summed in other orders

  @Override
  public String id() {
    return "engine";
  }

  @Override
  public List<Row> run(Bench bench) {
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    List<Row> rows = new ArrayList<>();
    rows.add(mlp(bench));
    rows.add(sae(bench));
    return rows;
  }

  private Row mlp(Bench bench) {
    int[] sizes = {256, 512, 512, 10};
    int rows = 256;
    int steps = 200;
    Path folder = bench.work("engine-mlp");
    Draws draws = new Draws(1);
    float[][] weights = new float[3][];
    for (int i = 0; i < 3; i++) {
      weights[i] = draws.normal(sizes[i + 1] * sizes[i], 1 / Math.sqrt(sizes[i]));
      NpyFile.write(folder.resolve("w" + i + ".npy"), weights[i], sizes[i + 1], sizes[i]);
      NpyFile.write(folder.resolve("b" + i + ".npy"), new float[sizes[i + 1]], sizes[i + 1]);
    }
    float[] x = draws.normal(rows * sizes[0], 1);
    long[] labels = new long[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = draws.below(10);
    }
    NpyFile.write(folder.resolve("x.npy"), x, rows, sizes[0]);
    NpyFile.write(folder.resolve("labels.npy"), labels);
    return compare(
        bench,
        folder,
        "200 steps of Adam, ReLU network 256-512-512-10, batch 256",
        steps,
        () -> TrainingSteps.mlp(sizes, weights, x, labels),
        "mlp",
        Integer.toString(steps));
  }

  private Row sae(Bench bench) {
    int width = 4096;
    int d = 256;
    int rows = 1024;
    int k = 32;
    int steps = 10;
    Path folder = bench.work("engine-sae");
    Draws draws = new Draws(2);
    float[] w = draws.normal(width * d, 1 / Math.sqrt(d));
    float[] x = draws.normal(rows * d, 1);
    NpyFile.write(folder.resolve("w0.npy"), w, width, d);
    NpyFile.write(folder.resolve("w1.npy"), w, width, d);
    NpyFile.write(folder.resolve("b0.npy"), new float[width], width);
    NpyFile.write(folder.resolve("b1.npy"), new float[d], d);
    NpyFile.write(folder.resolve("x.npy"), x, rows, d);
    return compare(
        bench,
        folder,
        "10 steps of Adam, TopK autoencoder d = 256, width 4,096, k = 32, batch 1,024",
        steps,
        () -> TrainingSteps.topK(width, d, k, w, x),
        "sae",
        Integer.toString(steps),
        Integer.toString(k));
  }

  private Row compare(
      Bench bench,
      Path folder,
      String work,
      int steps,
      Supplier<TrainingSteps> start,
      String... arguments) {
    bench.say().accept(work);
    double[] losses = new double[2];
    PeerEnvironment torch = bench.environment("torch");
    try (PeerWorker peer = PeerWorker.fastest(torch, folder, "train_step.py", arguments)) {
      for (int i = 0; i < 3; i++) { // both sides get up to speed
        ours(start, steps, losses);
        theirs(peer, losses);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(),
              bench.say(),
              () -> ours(start, steps, losses),
              () -> theirs(peer, losses));
      Answers answers =
          Answers.within(
              Math.abs(losses[0] - losses[1]) / Math.abs(losses[1]),
              LOSS_TOLERANCE,
              "losses after the last step, relative,");
      return Row.of(this, work, "wall", peer.version(), pairs, answers, AT_LEAST);
    }
  }

  private static double ours(Supplier<TrainingSteps> start, int steps, double[] losses) {
    try (Scope scope = Scope.open()) {
      TrainingSteps training = start.get();
      long before = System.nanoTime();
      losses[0] = training.train(steps);
      return (System.nanoTime() - before) / 1e9;
    }
  }

  private static double theirs(PeerWorker peer, double[] losses) {
    PeerWorker.Reply reply = peer.run();
    losses[1] = reply.answer().asDouble();
    return reply.seconds();
  }
}
