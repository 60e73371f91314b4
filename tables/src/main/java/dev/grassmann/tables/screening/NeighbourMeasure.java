package dev.grassmann.tables.screening;

import dev.grassmann.tables.NearestMi;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Mutual information by distances to neighbours: Kraskov, Stögbauer, Grassberger 2004 (their first
 * estimator) for two columns of numbers, Ross 2014 for numbers and classes. Numbers are divided by
 * their standard deviation and moved by 1e-10 of their size at random, so that equal numbers are no
 * distance 0 apart, as in scikit-learn.
 */
final class NeighbourMeasure implements Measure {
  private static final double JITTER = 1e-10;

  private final int neighbours;
  private final LongFunction<RandomGenerator> generators;
  private Numbers lastY;
  private double[] lastMoved;

  /**
   * @param generators a generator for each number of rows: what a column scores must not depend on
   *     which thread scores it, or when
   */
  NeighbourMeasure(int neighbours, LongFunction<RandomGenerator> generators) {
    this.neighbours = neighbours;
    this.generators = generators;
  }

  @Override
  public double ofNumbers(Numbers x, Numbers y) {
    int n = x.count();
    if (y != lastY) {
      lastY = y;
      lastMoved = moved(y, generators.apply(2L * n + 1));
    }
    double[] movedX = moved(x, generators.apply(2L * n));
    return NearestMi.withNumber(movedX, lastMoved, Math.min(neighbours, n - 1));
  }

  @Override
  public double ofNumbersAndClasses(Numbers x, int[] classes, int count) {
    double[] movedX = moved(x, generators.apply(2L * x.count()));
    return NearestMi.withClass(movedX, classes, count, neighbours);
  }

  @Override
  public double ofClasses(int[] x, int xCount, int[] y, int yCount) {
    return PlugIn.nats(x, xCount, y, yCount);
  }

  private static double[] moved(Numbers x, RandomGenerator random) {
    double deviation = populationDeviation(x);
    double size = 0;
    for (double number : x.values()) {
      size += Math.abs(number / deviation);
    }
    double jitter = JITTER * Math.max(1, size / x.count());
    double[] moved = new double[x.count()];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = x.values()[i] / deviation + jitter * random.nextGaussian();
    }
    return moved;
  }

  private static double populationDeviation(Numbers x) {
    double n = x.count();
    return x.ordered().deviation() * Math.sqrt((n - 1) / n);
  }
}
