package dev.grassmann.clusters.molrg;

import dev.grassmann.core.run.Run;
import java.util.SplittableRandom;

/**
 * Deterministic steps along a schedule in equal times, both ways, at x = x_t / s: x' = D + (sigma'
 * / sigma) (x - D).
 *
 * @param steps from time 0 to 1
 */
record Ddim(Denoiser denoiser, Schedule schedule, int steps) {
  /** Number of the step that is nearest to a time, 1 to {@link #steps}. */
  int at(double time) {
    return Math.max(1, Math.min(steps, (int) Math.round(time * steps)));
  }

  /** Noise level after step i; 0 for i = 0. */
  double sigma(int i) {
    return i == 0 ? 0 : schedule.sigma((double) i / steps);
  }

  /** From a clean point up to step {@code to}: the noise that would become it. */
  double[] invert(double[] clean, int to, Run run) {
    double[] x = clean.clone();
    for (int i = 0; i < to; i++) {
      run.step("inverting", i, to);
      double asked = i == 0 ? sigma(1) : sigma(i); // at 0 there is no noise to predict
      double[] d = denoiser.predict(x, 1, asked);
      double by = (sigma(i + 1) - sigma(i)) / asked;
      for (int p = 0; p < x.length; p++) {
        x[p] += by * (x[p] - d[p]);
      }
    }
    return x;
  }

  /** Rows from one step down to another, without noise. */
  double[] down(double[] rows, int count, int from, int to, Run run) {
    return down(rows, count, from, to, 0, null, run);
  }

  /**
   * Rows from one step down to another.
   *
   * @param fresh steps at the end in which noise is put in again (eta = 1), the same for all rows
   * @param random where the noise comes from; null where there is none
   */
  double[] down(
      double[] rows, int count, int from, int to, int fresh, SplittableRandom random, Run run) {
    int n = denoiser.n();
    double[] x = rows.clone();
    for (int i = from; i > to; i--) {
      run.step("denoising", from - i, from - to);
      double sigma = sigma(i);
      double next = sigma(i - 1);
      double[] d = denoiser.predict(x, count, sigma);
      double noise = i <= fresh ? next * Math.sqrt(1 - next * next / (sigma * sigma)) : 0;
      double kept = Math.sqrt(next * next - noise * noise) / sigma;
      for (int p = 0; p < x.length; p++) {
        x[p] = d[p] + kept * (x[p] - d[p]);
      }
      for (int j = 0; noise > 0 && j < n; j++) {
        double e = noise * random.nextGaussian();
        for (int r = 0; r < count; r++) {
          x[r * n + j] += e;
        }
      }
    }
    return x;
  }
}
