package dev.grassmann.tables.screening.mixed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterLikelihoodTest {
  private static Cluster cluster(int n, int p, int q, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 7907);
    double[] y = new double[n];
    double[] x = new double[n * p];
    double[] z = new double[n * q];
    for (double[] array : new double[][] {y, x, z}) {
      for (int i = 0; i < array.length; i++) {
        array[i] = random.nextGaussian();
      }
    }
    return Cluster.of(y, x, z);
  }

  private static double[] parameters(Layout layout, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] parameters = new double[layout.size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = 0.4 * random.nextGaussian();
    }
    return parameters;
  }

  /** By hand: V = [[2, 1], [1, 2]], r = (1/2, 3/2), so that delta is 7/6. */
  @Test
  void twoRowsByHand() {
    Layout layout = new Layout(1, 1, MixedConfig.Tails.FIXED, 4);
    double[] ones = {1, 1};
    ClusterLikelihood.Term term =
        new ClusterLikelihood(layout, new double[] {0.5, 0, 0})
            .of(Cluster.of(new double[] {1, 2}, ones, ones), null);
    assertEquals(7 / 6.0, term.delta(), 1e-14);
    assertEquals(3.154983, term.minusLog(), 5e-7);
    assertEquals(6 / (4 + 7 / 6.0), term.weight(), 1e-14);
    assertEquals(2 / 3.0, term.effects()[0], 1e-14); // D Z^T V^-1 r = (1/3, 1/3) (1/2, 3/2)
  }

  @ParameterizedTest
  @EnumSource(MixedConfig.Tails.class)
  void gradientsAreDifferencesOfTheLikelihood(MixedConfig.Tails tails) {
    for (int q = 1; q <= 3; q++) {
      for (int n : new int[] {1, 2, 7}) {
        Cluster cluster = cluster(n, 2, q, n + q);
        Layout layout = new Layout(2, q, tails, 3);
        double[] at = parameters(layout, 3L * q + n);
        double[] gradient = new double[at.length];
        new ClusterLikelihood(layout, at).of(cluster, gradient);
        for (int j = 0; j < at.length; j++) {
          double[] up = at.clone();
          double[] down = at.clone();
          up[j] += 1e-5;
          down[j] -= 1e-5;
          double slope =
              (new ClusterLikelihood(layout, up).of(cluster, null).minusLog()
                      - new ClusterLikelihood(layout, down).of(cluster, null).minusLog())
                  / 2e-5;
          assertEquals(slope, gradient[j], 1e-7, tails + " q " + q + " n " + n + " at " + j);
        }
      }
    }
  }

  /** Figures by mpmath with 40 digits. */
  @Test
  void theGammaFunctionKeepsItsDigits() {
    assertEquals(-0.39159439270683677647, GammaFunction.logRatio(0.25, 0.5), 8e-15);
    assertEquals(-0.22579135264472743236, GammaFunction.logRatio(0.5, 0.5), 5e-15);
    assertEquals(0.72086861944257894696, GammaFunction.logRatio(2.0, 2.5), 1e-14);
    assertEquals(2.4102856205507724427, GammaFunction.logRatio(14.0, 9.5), 5e-14);
    assertEquals(0.01493787236420715646, GammaFunction.logRatio(200.0, 3.0), 1e-15);
    assertEquals(3.74999950000009375e-7, GammaFunction.logRatio(5000000.0, 2.5), 1e-15);
    assertEquals(-4.2274535333762654081, GammaFunction.digamma(0.25), 4e-14);
    assertEquals(-0.57721566490153286061, GammaFunction.digamma(1.0), 6e-15);
    assertEquals(1.9467574842460867881, GammaFunction.digamma(7.5), 2e-14);
    assertEquals(2.9705239922421490509, GammaFunction.digamma(20.0), 3e-14);
    assertEquals(15.424948370398371145, GammaFunction.digamma(5000000.0), 2e-13);
  }
}
