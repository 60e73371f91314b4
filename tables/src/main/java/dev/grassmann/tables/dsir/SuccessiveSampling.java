package dev.grassmann.tables.dsir;

import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Locale;

/**
 * Whether the draw is what drawing one after the other in proportion to the weights is: how often
 * each of 12 items is among 3, against the exact probabilities.
 */
final class SuccessiveSampling {
  private static final double[] WEIGHTS = {1, 2, 3, 5, 8, 13, 21, 34, 0.5, 0.1, 55, 0.02};
  private static final int DRAWS = 200_000;
  private static final int K = 3;

  private SuccessiveSampling() {}

  static Measured measure(Run run) {
    double[] expected = inclusion(WEIGHTS);
    double[] logs = new double[WEIGHTS.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(WEIGHTS[i]);
    }
    TextWeights weights = new TextWeights(logs, new int[logs.length]);
    Draw.Rules rules = new Draw.Rules(List.of((long) K), Draw.Order.GUMBEL, 0, 1);
    long[] counts = new long[WEIGHTS.length];
    Run quiet = Run.seeded(run.seed());
    for (int draw = 0; draw < DRAWS; draw++) {
      Run one = quiet.but().seed(run.seed() + draw).build();
      DocumentSet chosen = Draw.draw(weights::open, WEIGHTS.length, rules, one);
      for (int i = 0; i < counts.length; i++) {
        counts[i] += chosen.has(i) ? 1 : 0;
      }
    }
    double worst = 0;
    for (int i = 0; i < counts.length; i++) {
      double p = expected[i];
      double error = Math.sqrt(p * (1 - p) / DRAWS);
      worst = Math.max(worst, Math.abs((double) counts[i] / DRAWS - p) / error);
    }
    return Measured.of(String.format(Locale.ROOT, "%.1f standard errors", worst), worst <= 4);
  }

  /** Probability of each item to be among the first three, over all orders of three. */
  static double[] inclusion(double[] w) {
    double total = 0;
    for (double x : w) {
      total += x;
    }
    double[] in = new double[w.length];
    for (int a = 0; a < w.length; a++) {
      for (int b = 0; b < w.length; b++) {
        for (int c = 0; c < w.length; c++) {
          if (a != b && b != c && a != c) {
            double p = w[a] / total * w[b] / (total - w[a]) * w[c] / (total - w[a] - w[b]);
            in[a] += p;
            in[b] += p;
            in[c] += p;
          }
        }
      }
    }
    return in;
  }
}
