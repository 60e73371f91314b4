package dev.grassmann.compare.units;

import java.util.Arrays;
import java.util.List;

/**
 * Units of B predicted from few units of A.
 *
 * @param path one point a penalty, largest first
 * @param reported penalty of the weights below
 * @param targets one a living unit of B
 * @param trained rows learnt from
 * @param judged rows judged on
 */
public record SparsePrediction(
    List<PathPoint> path, double reported, List<Target> targets, long trained, long judged) {
  public SparsePrediction {
    path = List.copyOf(path);
    targets = List.copyOf(targets);
  }

  /**
   * What a penalty gives, as means over targets.
   *
   * @param alpha the penalty
   * @param loss ½ (1 - R²) on rows not learnt from; ½ is what the mean predicts
   * @param above001 weights a target of magnitude above 0.001
   * @param above05 above 0.05
   * @param share of all weights whose magnitude is above 0.001
   */
  public record PathPoint(
      double alpha, double loss, double above001, double above05, double share) {}

  /**
   * One unit of B.
   *
   * @param unit its number
   * @param r2 on rows not learnt from; below 0 where the mean predicts better
   * @param above001 weights of magnitude above 0.001
   * @param above05 above 0.05
   * @param dense R² of least squares from all units, on the rows learnt from
   * @param needed units that reach 90 % of it, taken one by one
   * @param sources the units of A of largest weight, with it, at most eight
   */
  public record Target(
      int unit,
      double r2,
      int above001,
      int above05,
      double dense,
      int needed,
      List<Source> sources) {}

  /** A unit of A and its weight, both standardised. */
  public record Source(int unit, double weight) {}

  /** Mean over targets of R² on rows not learnt from. */
  public double meanR2() {
    return targets.stream().mapToDouble(Target::r2).average().orElse(Double.NaN);
  }

  /** Mean number of weights above 0.05. */
  public double meanWeights() {
    return targets.stream().mapToDouble(Target::above05).average().orElse(Double.NaN);
  }

  /** Median number of units that reach 90 % of the dense R². */
  public double medianNeeded() {
    double[] sorted = targets.stream().mapToDouble(Target::needed).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** The penalty of smallest loss. */
  public PathPoint best() {
    PathPoint best = path.get(0);
    for (PathPoint point : path) {
      best = point.loss() < best.loss() ? point : best;
    }
    return best;
  }

  static int count(double[] weights, double above) {
    return (int) Arrays.stream(weights).filter(w -> Math.abs(w) > above).count();
  }
}
