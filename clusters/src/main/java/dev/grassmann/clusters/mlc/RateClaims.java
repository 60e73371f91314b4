package dev.grassmann.clusters.mlc;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** Coding rates where the classes are known. */
final class RateClaims {
  private static final int CLASSES = 3;
  private static final int EACH = 100;
  private static final int AMBIENT = 9;
  private static final int DIM = 6;
  private static final double EPS2 = 0.1;

  private RateClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "supervised MCR2 makes three curved classes orthogonal subspaces",
            "ground truth, 2-dimensional subspaces of 9 numbers behind a random network",
            "R - R_c >= 0.98 of the most",
            RateClaims::supervised));
  }

  private static Measured supervised(Run run) {
    LibTorch.start(run);
    Vectors rows = curved(run.random("curved"));
    NetworkShape shape =
        new NetworkShape(
            AMBIENT, 1, new NetworkOptions(DIM, List.of(100, 100), Activation.ELU, false), DIM);
    float[] belongs = new float[rows.n() * CLASSES];
    for (int i = 0; i < rows.n(); i++) {
      belongs[i * CLASSES + i / EACH] = 1;
    }
    try (LinearizingNetwork network =
        new LinearizingNetwork(shape, run.random("network"), Device.CPU)) {
      TrainingPlan plan = TrainingPlan.ofSteps(300, rows.n()).with(OptimiserPlan.adam(3e-3));
      Training training = new Trainer(plan, run).train(new Supervised(network, belongs), rows);
      double share = -training.lastLoss() / CodingRates.most(DIM, CLASSES, EPS2);
      return Measured.of(String.format(Locale.ROOT, "%.4f", share), share >= 0.98);
    }
  }

  /** Maximises R - R_c with the true classes. */
  private record Supervised(LinearizingNetwork network, float[] belongs) implements Learner {
    @Override
    public List<Parameter> parameters() {
      return network.parameters();
    }

    @Override
    public Outcome learn(Batch batch, long step) {
      int[] which = batch.rows();
      float[] own = new float[which.length * CLASSES];
      for (int i = 0; i < which.length; i++) {
        System.arraycopy(belongs, which[i] * CLASSES, own, i * CLASSES, CLASSES);
      }
      Tensor z = network.features(network.shared(batch.tensor(), true));
      Tensor parts = CodingRates.parts(z, Tensors.of(own, which.length, CLASSES), EPS2);
      Tensor loss = parts.sub(CodingRates.whole(z, EPS2));
      loss.backward();
      return new Outcome(loss.item_double(), Map.of());
    }
  }

  /** Points on random planes, x ← tanh(W x) twice: curved, but each class still its own. */
  private static Vectors curved(SplittableRandom random) {
    double[][] layers = {gaussian(AMBIENT * AMBIENT, random), gaussian(AMBIENT * AMBIENT, random)};
    float[][] rows = new float[CLASSES * EACH][AMBIENT];
    for (int c = 0; c < CLASSES; c++) {
      double[] basis = Subspace.spannedBy(gaussian(AMBIENT * 2, random), AMBIENT, 2).basis();
      for (int i = 0; i < EACH; i++) {
        double angle = 2 * Math.PI * random.nextDouble();
        double[] x = new double[AMBIENT];
        for (int j = 0; j < AMBIENT; j++) {
          x[j] = basis[2 * j] * Math.cos(angle) + basis[2 * j + 1] * Math.sin(angle);
        }
        for (double[] layer : layers) {
          x = through(layer, x);
        }
        for (int j = 0; j < AMBIENT; j++) {
          rows[c * EACH + i][j] = (float) x[j];
        }
      }
    }
    return Vectors.of(rows);
  }

  private static double[] through(double[] layer, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += layer[i * x.length + j] * x[j];
      }
      y[i] = Math.tanh(sum);
    }
    return y;
  }

  private static double[] gaussian(int count, SplittableRandom random) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }
}
