package dev.grassmann.clusters.metrics;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Assignment;
import java.util.Arrays;
import java.util.Locale;

/**
 * How well clusters agree with classes. Every figure is 1 for equal partitions, and none depends on
 * how classes and clusters are numbered.
 *
 * @param accuracy share of points whose cluster is matched with their class, under the best
 *     one-to-one matching (Hungarian method), 0 to 1; numbers of classes and clusters may differ
 * @param nmi mutual information over the arithmetic mean of the entropies, 0 to 1
 * @param nmiGeometric the same over their geometric mean
 * @param adjustedRand Rand index corrected for chance (Hubert and Arabie 1985), 0 by chance
 * @param pairF1 F1 over pairs of points: together in a cluster against together in a class
 */
public record Agreement(
    double accuracy, double nmi, double nmiGeometric, double adjustedRand, double pairF1) {

  /**
   * Compares two partitions of the same points.
   *
   * @param truth class of each point, any numbers
   * @param found cluster of each point, any numbers
   * @throws InputException where the lengths differ or there are no points
   */
  public static Agreement of(int[] truth, int[] found) {
    Contingency table = table(truth, found);
    return new Agreement(
        table.accuracy(),
        table.normalisedMutualInformation(false),
        table.normalisedMutualInformation(true),
        table.adjustedRand(),
        table.pairF1());
  }

  /**
   * The class that each cluster is matched with, by cluster number; -1 for clusters left over or
   * empty.
   *
   * @param truth class of each point, at least 0
   * @param found cluster of each point, 0 to {@code clusters - 1}
   * @throws InputException where the lengths differ or there are no points
   */
  public static int[] matching(int[] truth, int[] found, int clusters) {
    Contingency table = table(truth, found);
    int[] columnOf = Assignment.maximise(table.shared());
    int[] classOf = new int[clusters];
    Arrays.fill(classOf, -1);
    for (int row = 0; row < columnOf.length; row++) {
      if (columnOf[row] >= 0) {
        classOf[table.clusterCodes()[columnOf[row]]] = table.classCodes()[row];
      }
    }
    return classOf;
  }

  private static Contingency table(int[] truth, int[] found) {
    if (truth.length != found.length) {
      throw new InputException(
          String.format(
              Locale.ROOT, "there are %,d labels for %,d points", truth.length, found.length),
          "",
          "give one label a point, in the points' order");
    }
    if (truth.length == 0) {
      throw new InputException("there are no labels", "", "give one label a point");
    }
    return new Contingency(truth, found);
  }
}
