package dev.grassmann.bench;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.kan.Kan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Training steps of a Kolmogorov-Arnold network against efficient-kan, from the same weights. */
final class KanComparison implements Comparison {
  private static final int STEPS = 200;
  private static final int ROWS = 64;

  /**
   * Of the target's variance, 1: the last losses themselves are small, and a network with bends
   * does not forget in which order its sums were taken.
   */
  private static final double TOLERANCE = 1e-3;

  private static final double AT_LEAST = 2;

  @Override
  public String id() {
    return "kan";
  }

  @Override
  public List<Row> run(Bench bench) {
    Optional<Path> checkout = bench.checkout("efficient-kan");
    if (checkout.isEmpty()) {
      return List.of();
    }
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    List<Row> rows = new ArrayList<>();
    rows.add(compare(bench, checkout.get(), 30, 2, 1));
    rows.add(compare(bench, checkout.get(), 30, 5, 3));
    rows.add(compare(bench, checkout.get(), 200, 2, 1));
    return rows;
  }

  private Row compare(Bench bench, Path checkout, int inputs, int grid, int order) {
    int hidden = 2 * inputs + 1;
    String work =
        STEPS
            + " steps of Adam, KAN "
            + inputs
            + "-"
            + hidden
            + "-1, grid "
            + grid
            + ", order "
            + order
            + ", batch "
            + ROWS;
    bench.say().accept(work);
    Path folder = bench.work("kan-" + inputs + "-" + grid);
    Draws draws = new Draws(7);
    float[] x = new float[ROWS * inputs];
    for (int i = 0; i < x.length; i++) {
      x[i] = draws.below(2001) / 1000f - 1;
    }
    float[] y = draws.normal(ROWS, 1);
    NpyFile.write(folder.resolve("x.npy"), x, ROWS, inputs);
    NpyFile.write(folder.resolve("y.npy"), y, ROWS, 1);
    Kan kan = Kan.untrained(grid, order, Run.seeded(3), inputs, hidden, 1);
    List<float[]> start = new ArrayList<>();
    for (ArrayParameter parameter : kan.parameters()) {
      start.add(parameter.values().clone());
      String name = parameter.name().replaceFirst("layer(\\d)\\.(\\w+)", "$2$1.npy");
      int[] shape = new int[parameter.shape().length];
      for (int axis = 0; axis < shape.length; axis++) {
        shape[axis] = Math.toIntExact(parameter.shape()[axis]);
      }
      NpyFile.write(folder.resolve(name), parameter.values(), shape);
    }
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = y[i];
    }
    Vectors rows = Vectors.of(x, ROWS, inputs);
    Outcomes outcomes = new Outcomes.Numbers("y", values);
    double[] losses = new double[2];
    String[] arguments = {
      Integer.toString(STEPS), Integer.toString(grid), Integer.toString(order), checkout.toString()
    };
    PeerEnvironment torch = bench.environment("torch");
    try (PeerWorker peer = PeerWorker.fastest(torch, folder, "kan.py", arguments)) {
      for (int i = 0; i < 3; i++) { // both sides get up to speed
        ours(kan, start, rows, outcomes, losses);
        theirs(peer, losses);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(),
              bench.say(),
              () -> ours(kan, start, rows, outcomes, losses),
              () -> theirs(peer, losses));
      Answers answers =
          Answers.within(
              Math.abs(losses[0] - losses[1]),
              TOLERANCE,
              "losses of the last step, as shares of the target's variance,");
      return Row.of(this, work, "wall", peer.version(), pairs, answers, AT_LEAST);
    }
  }

  private static double ours(
      Kan kan, List<float[]> start, Vectors rows, Outcomes outcomes, double[] losses) {
    for (int i = 0; i < start.size(); i++) {
      float[] values = kan.parameters().get(i).values();
      System.arraycopy(start.get(i), 0, values, 0, values.length);
    }
    kan.changed();
    long before = System.nanoTime();
    losses[0] =
        kan.train(rows, outcomes, TrainingPlan.ofSteps(STEPS, ROWS), Run.local()).lastLoss();
    return (System.nanoTime() - before) / 1e9;
  }

  private static double theirs(PeerWorker peer, double[] losses) {
    PeerWorker.Reply reply = peer.run();
    losses[1] = reply.answer().asDouble();
    return reply.seconds();
  }
}
