package dev.grassmann.clusters.franca;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Removal of absolute spatial attributes, or of any other targets: again and again the best sigmoid
 * probe is fitted and the directions that it reads are projected out, z ← z - Σ ⟨z, u⟩ u.
 *
 * <p>A probe that starts at random keeps what it started with along directions that are gone
 * already, since no gradient comes from there; subtracting along it writes positions back. So it
 * starts at 0 and is kept off those directions, but for the published form.
 */
final class Rasa {
  private final float[] z; // changed in place, items × tokens × d
  private final int items;
  private final int d;
  private final Targets targets;
  private final EraseConfig config;
  private final Run run;
  private final List<double[]> directions = new ArrayList<>();

  /**
   * @param z features, copied
   */
  Rasa(float[] z, int items, int d, Targets targets, EraseConfig config, Run run) {
    this.z = z.clone();
    this.items = items;
    this.d = d;
    this.targets = targets;
    this.config = config;
    this.run = run;
  }

  /**
   * One round.
   *
   * @param error mean squared error of the probe on what was there before
   * @param basis q directions of length 1, q × d
   * @param kept share of the features' squared length that is left after it
   */
  record Round(double error, double[][] basis, double kept) {}

  /** All rounds; the last error is that of a probe on what is left in the end. */
  record Removal(List<Round> rounds, double left, float[] z) {}

  Removal remove() {
    double whole = squares();
    double enough = config.saturated() < 1 ? config.saturated() * targets.chance() : 2;
    List<Round> rounds = new ArrayList<>();
    for (int t = 0; t < config.iterations(); t++) {
      run.step("erasing", t, config.iterations());
      float[] probe = fit(t);
      double error = error(probe);
      if (error >= enough) {
        return new Removal(rounds, error, z);
      }
      double[][] basis = orthonormal(probe, d, config.parity() ? List.of() : directions);
      for (double[] u : basis) {
        subtract(z, u);
        directions.add(u);
      }
      rounds.add(new Round(error, basis, squares() / whole));
    }
    run.step("erasing", config.iterations(), config.iterations());
    return new Removal(rounds, error(fit(config.iterations())), z);
  }

  private float[] fit(int round) {
    int q = targets.q();
    float[] start = new float[q * d];
    if (config.parity()) {
      SplittableRandom random = run.random("probe " + round);
      for (int p = 0; p < start.length; p++) {
        start[p] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(d));
      }
    }
    ProbeLearner learner = new ProbeLearner(start, q, d, targets.values(), targets.shared());
    TrainingPlan plan =
        TrainingPlan.ofEpochs(config.epochs(), Math.min(items, config.batch()))
            .with(OptimiserPlan.adamW(config.rate(), 0))
            .with(Schedule.cosine(0));
    // a probe takes seconds: it needs no checkpoint, and a run's folder has room for one only
    Run quiet = run.but().folder(null).seed(run.seed() + round).build();
    new Trainer(plan, quiet).train(learner, Vectors.of(z, items, targets.tokens() * d));
    return start;
  }

  private double error(float[] probe) {
    int q = targets.q();
    double sum = 0;
    int count = items * targets.tokens();
    for (int i = 0; i < count; i++) {
      int wanted = (targets.shared() ? i % targets.tokens() : i) * q;
      for (int k = 0; k < q; k++) {
        double off = ProbeLearner.sigmoid(probe, k * d, z, i * d, d) - targets.values()[wanted + k];
        sum += off * off;
      }
    }
    return sum / count / q;
  }

  /**
   * Rows of a probe made orthonormal in their order, and off earlier directions; those that are
   * nothing but sums of the others are left out.
   *
   * @param probe q × d
   */
  static double[][] orthonormal(float[] probe, int d, List<double[]> earlier) {
    List<double[]> basis = new ArrayList<>();
    for (int k = 0; k < probe.length / d; k++) {
      double[] u = new double[d];
      for (int j = 0; j < d; j++) {
        u[j] = probe[k * d + j];
      }
      double before = length(u);
      List<double[]> off = new ArrayList<>(earlier);
      off.addAll(basis);
      for (int pass = 0; pass < 2; pass++) { // once leaves rounding behind
        off.forEach(v -> reject(u, v));
      }
      double after = length(u);
      if (after > 1e-9 * before) {
        for (int j = 0; j < d; j++) {
          u[j] /= after;
        }
        basis.add(u);
      }
    }
    return basis.toArray(double[][]::new);
  }

  private static double length(double[] u) {
    return Math.sqrt(Arrays.stream(u).map(x -> x * x).sum());
  }

  private static void reject(double[] u, double[] v) {
    double dot = 0;
    for (int j = 0; j < u.length; j++) {
      dot += u[j] * v[j];
    }
    for (int j = 0; j < u.length; j++) {
      u[j] -= dot * v[j];
    }
  }

  /** z ← z - ⟨z, u⟩ u for each row. */
  static void subtract(float[] z, double[] u) {
    int d = u.length;
    for (int at = 0; at < z.length; at += d) {
      double dot = 0;
      for (int j = 0; j < d; j++) {
        dot += z[at + j] * u[j];
      }
      for (int j = 0; j < d; j++) {
        z[at + j] -= (float) (dot * u[j]);
      }
    }
  }

  private double squares() {
    double sum = 0;
    for (float x : z) {
      sum += (double) x * x;
    }
    return sum;
  }
}
