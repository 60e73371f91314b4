package dev.grassmann.clusters.molrg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import dev.grassmann.engine.train.TrainingLog;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains low-rank denoisers from several starts at once and gives the one of least loss.
 *
 * @param form what is learnt
 * @param riemannian whether bases move along the manifold
 * @param options how long and on which noise
 */
record DaeTraining(Parameterisation form, boolean riemannian, TrainingOptions options) {
  /** Rows on which starts are compared, and noise draws a level. */
  private static final int ROWS = 4096;

  /** Times at which losses are measured. */
  static final double[] TIMES = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

  /**
   * What a training gave.
   *
   * @param mixture of the best start
   * @param losses of the best start at {@link #TIMES}, unweighted
   * @param log how it went, the loss summed over the starts
   */
  record Trained(Mixture mixture, double[] losses, TrainingLog log) {}

  Trained train(Vectors points, List<List<Subspace>> begin, Run run) {
    Device device = Device.of(run);
    try (Scope scope = Scope.open();
        LowRankDae dae = new LowRankDae(begin, form, riemannian, device)) {
      Training training =
          new Trainer(options.plan(), run).train(learner(dae, device), options.filled(points));
      double[][] losses = losses(dae, points, run, device);
      int best = 0;
      for (int r = 1; r < dae.starts(); r++) {
        best = mean(losses[r]) < mean(losses[best]) ? r : best;
      }
      return new Trained(dae.mixture(best), losses[best], training.log());
    }
  }

  /** Losses at {@link #TIMES} of a denoiser with these subspaces, before any training. */
  double[] losses(Vectors points, List<Subspace> subspaces, Run run) {
    Device device = Device.of(run);
    try (Scope scope = Scope.open();
        LowRankDae dae = new LowRankDae(List.of(subspaces), form, riemannian, device)) {
      return losses(dae, points, run, device)[0];
    }
  }

  private Learner learner(LowRankDae dae, Device device) {
    return new Learner() {
      @Override
      public List<Parameter> parameters() {
        return dae.parameters();
      }

      @Override
      public String about() {
        return form + " " + riemannian + " " + options;
      }

      @Override
      public Outcome learn(Batch batch, long step) {
        Tensor x = batch.tensor();
        NoiseDraw noise = NoiseDraw.fresh(x, options, device);
        Tensor loss = dae.losses(x, noise).sum();
        loss.backward();
        return new Outcome(loss.item_double());
      }
    };
  }

  /** Starts × times, all on the same rows and noise. */
  private double[][] losses(LowRankDae dae, Vectors points, Run run, Device device) {
    SplittableRandom random = run.random("loss");
    int n = points.d();
    int[] rows = random.ints(ROWS, 0, points.n()).toArray();
    double[][] losses = new double[dae.starts()][TIMES.length];
    try (Scope scope = Scope.open();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor x = device.place(Tensors.of(points.rows(rows).toArray(), ROWS, n));
      float[] unit = new float[ROWS * n];
      for (int p = 0; p < unit.length; p++) {
        unit[p] = (float) random.nextGaussian();
      }
      Tensor noise = device.place(Tensors.of(unit, ROWS, n));
      for (int t = 0; t < TIMES.length; t++) {
        run.step("measuring losses", t, TIMES.length);
        try (Scope inner = Scope.open()) {
          float[] sigma = new float[ROWS];
          Arrays.fill(sigma, (float) options.schedule().sigma(TIMES[t]));
          float[] ones = new float[ROWS];
          Arrays.fill(ones, 1);
          NoiseDraw draw =
              new NoiseDraw(
                  device.place(Tensors.of(sigma, ROWS, 1)),
                  device.place(Tensors.of(ones, ROWS)),
                  noise);
          double[] each = Tensors.doubles(dae.losses(x, draw));
          for (int r = 0; r < each.length; r++) {
            losses[r][t] = each[r];
          }
        }
      }
    }
    return losses;
  }

  static double mean(double[] losses) {
    return Arrays.stream(losses).average().orElseThrow();
  }
}
