package dev.grassmann.clusters.metrics;

import dev.grassmann.engine.linalg.Assignment;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How many points each pair of class and cluster shares. Codes that nobody has take no part, so
 * that names and numbers of classes do not matter.
 */
final class Contingency {
  private final double[][] shared; // classes × clusters
  private final double[] classSize;
  private final double[] clusterSize;
  private final int[] clusterCode;
  private final int[] classCode;
  private final int n;

  /**
   * @param truth class of each point, any numbers
   * @param found cluster of each point, any numbers, as many as in {@code truth} and at least one
   */
  Contingency(int[] truth, int[] found) {
    if (truth.length != found.length || truth.length == 0) {
      throw new IllegalArgumentException(truth.length + " classes, " + found.length + " clusters");
    }
    this.n = truth.length;
    this.classCode = Arrays.stream(truth).distinct().sorted().toArray();
    this.clusterCode = Arrays.stream(found).distinct().sorted().toArray();
    this.shared = new double[classCode.length][clusterCode.length];
    this.classSize = new double[classCode.length];
    this.clusterSize = new double[clusterCode.length];
    for (int i = 0; i < n; i++) {
      int row = Arrays.binarySearch(classCode, truth[i]);
      int column = Arrays.binarySearch(clusterCode, found[i]);
      shared[row][column]++;
      classSize[row]++;
      clusterSize[column]++;
    }
  }

  double[][] shared() {
    return shared;
  }

  /** Codes of the classes that occur, ascending: the table's rows. */
  int[] classCodes() {
    return classCode;
  }

  /** Codes of the clusters that occur, ascending: the table's columns. */
  int[] clusterCodes() {
    return clusterCode;
  }

  /** Share of points in their cluster's class, under the best one-to-one matching. */
  double accuracy() {
    int[] match = Assignment.maximise(shared);
    double agreed = 0;
    for (int row = 0; row < match.length; row++) {
      agreed += match[row] < 0 ? 0 : shared[row][match[row]];
    }
    return agreed / n;
  }

  /** Mutual information over the mean of the two entropies, arithmetic or geometric. */
  double normalisedMutualInformation(boolean geometric) {
    if (classSize.length == 1 && clusterSize.length == 1) {
      return 1; // both say that all is one: they agree
    }
    double classes = entropy(classSize);
    double clusters = entropy(clusterSize);
    double information = 0;
    for (int row = 0; row < classSize.length; row++) {
      for (int column = 0; column < clusterSize.length; column++) {
        double both = shared[row][column];
        if (both > 0) {
          information += both / n * Math.log(both * n / (classSize[row] * clusterSize[column]));
        }
      }
    }
    double mean = geometric ? Math.sqrt(classes * clusters) : (classes + clusters) / 2;
    return mean == 0 ? 0 : Math.min(1, Math.max(0, information / mean));
  }

  /** Rand index corrected for chance (Hubert and Arabie 1985); 1 for equal partitions. */
  double adjustedRand() {
    double both = pairs(shared.length * shared[0].length, this::cell);
    double inClass = pairs(classSize.length, i -> classSize[i]);
    double inCluster = pairs(clusterSize.length, i -> clusterSize[i]);
    if (both == inClass && both == inCluster) {
      return 1;
    }
    double all = n * (n - 1.0) / 2;
    double byChance = inClass * inCluster / all;
    return (both - byChance) / ((inClass + inCluster) / 2 - byChance);
  }

  /** Harmonic mean of precision and recall over pairs of points that are put together. */
  double pairF1() {
    double both = pairs(shared.length * shared[0].length, this::cell);
    double inClass = pairs(classSize.length, i -> classSize[i]);
    double inCluster = pairs(clusterSize.length, i -> clusterSize[i]);
    return inClass + inCluster == 0 ? 1 : 2 * both / (inClass + inCluster);
  }

  private double cell(int index) {
    int columns = clusterSize.length;
    return shared[index / columns][index % columns];
  }

  private static double pairs(int cells, IntToDoubleFunction size) {
    double sum = 0;
    for (int i = 0; i < cells; i++) {
      double points = size.applyAsDouble(i);
      sum += points * (points - 1) / 2;
    }
    return sum;
  }

  private double entropy(double[] sizes) {
    double sum = 0;
    for (double size : sizes) {
      sum -= size / n * Math.log(size / n);
    }
    return sum;
  }
}
