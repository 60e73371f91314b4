package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** EDM's deterministic sampler: Heun's method for dx/dsigma = (x - D(x, sigma)) / sigma. */
public record HeunOptions(
    @Option(help = "steps from noise to a sample", min = 2, max = 100_000) int steps,
    @Option(help = "curvature of the grid of noise levels", min = 1, max = 100) double rho,
    @Option(help = "least noise level before none", min = 0, minExclusive = true) double sigmaMin,
    @Option(help = "noise level at the start", min = 0, minExclusive = true) double sigmaMax) {
  /** The authors': 18 steps, rho 7, from 80 to 0.002. */
  public static final HeunOptions DEFAULTS = new HeunOptions(18, 7, 0.002, 80);

  /**
   * One place of a trajectory.
   *
   * @param x rows × n
   */
  record Place(double[] x, double sigma) {}

  /** The noise levels, descending, without the 0 at the end. */
  double[] levels() {
    if (sigmaMin >= sigmaMax) {
      throw new InputException(
          "is " + sigmaMin + " with --sigma-max " + sigmaMax, "--sigma-min", "give a smaller one");
    }
    double high = Math.pow(sigmaMax, 1 / rho);
    double low = Math.pow(sigmaMin, 1 / rho);
    double[] levels = new double[steps];
    for (int i = 0; i < steps; i++) {
      levels[i] = Math.pow(high + (double) i / (steps - 1) * (low - high), rho);
    }
    return levels;
  }

  /** Standard normal rows. */
  static double[] noise(int rows, int n, SplittableRandom random) {
    double[] noise = new double[Math.multiplyExact(rows, n)];
    java.util.Arrays.setAll(noise, p -> random.nextGaussian());
    return noise;
  }

  /**
   * Follows the flow from noise.
   *
   * @param start standard normal, rows × n
   * @return every place at which the denoiser was asked first, and the sample with sigma 0
   */
  List<Place> follow(Denoiser denoiser, double[] start, int rows, Run run) {
    double[] levels = levels();
    List<Place> places = new ArrayList<>();
    double[] x = start.clone();
    for (int p = 0; p < x.length; p++) {
      x[p] *= levels[0];
    }
    for (int i = 0; i < steps; i++) {
      run.step("sampling", i, steps);
      places.add(new Place(x, levels[i]));
      double next = i + 1 < steps ? levels[i + 1] : 0;
      double[] slope = slope(denoiser, x, rows, levels[i]);
      double[] after = moved(x, slope, next - levels[i]);
      if (next > 0) { // the last step is Euler's: there is no slope at 0
        double[] second = slope(denoiser, after, rows, next);
        for (int p = 0; p < slope.length; p++) {
          slope[p] = 0.5 * (slope[p] + second[p]);
        }
        after = moved(x, slope, next - levels[i]);
      }
      x = after;
    }
    places.add(new Place(x, 0));
    return places;
  }

  private static double[] slope(Denoiser denoiser, double[] x, int rows, double sigma) {
    double[] slope = denoiser.predict(x, rows, sigma);
    for (int p = 0; p < slope.length; p++) {
      slope[p] = (x[p] - slope[p]) / sigma;
    }
    return slope;
  }

  private static double[] moved(double[] x, double[] slope, double by) {
    double[] moved = x.clone();
    for (int p = 0; p < moved.length; p++) {
      moved[p] += by * slope[p];
    }
    return moved;
  }
}
