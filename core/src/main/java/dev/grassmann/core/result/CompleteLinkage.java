package dev.grassmann.core.result;

import java.util.ArrayList;
import java.util.List;

/**
 * Agglomerative clustering by complete linkage: the two groups whose farthest members are nearest
 * are joined, until one is left. Ties are joined in the order of the items.
 */
public final class CompleteLinkage {
  private final double[][] distances;
  private final List<List<List<Integer>>> partitions; // partitions.get(k - 1) has k groups

  private CompleteLinkage(double[][] distances, List<List<List<Integer>>> partitions) {
    this.distances = distances;
    this.partitions = partitions;
  }

  /**
   * Joins everything.
   *
   * @param distances symmetric, n × n, zeros on the diagonal; n at least 1, meant for at most some
   *     hundred items (cubic time)
   */
  public static CompleteLinkage of(double[][] distances) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      groups.add(List.of(i));
    }
    List<List<List<Integer>>> partitions = new ArrayList<>();
    partitions.add(0, List.copyOf(groups));
    while (groups.size() > 1) {
      joinNearest(groups, distances);
      partitions.add(0, List.copyOf(groups));
    }
    return new CompleteLinkage(distances, partitions);
  }

  private static void joinNearest(List<List<Integer>> groups, double[][] distances) {
    int left = 0;
    int right = 1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        double apart = apart(groups.get(i), groups.get(j), distances);
        if (apart < nearest) {
          nearest = apart;
          left = i;
          right = j;
        }
      }
    }
    List<Integer> joined = new ArrayList<>(groups.get(left));
    joined.addAll(groups.remove(right));
    groups.set(left, joined);
  }

  private static double apart(List<Integer> one, List<Integer> other, double[][] distances) {
    double farthest = 0;
    for (int i : one) {
      for (int j : other) {
        farthest = Math.max(farthest, distances[i][j]);
      }
    }
    return farthest;
  }

  /** The items from left to right below the dendrogram. */
  public List<Integer> order() {
    return partitions.get(0).get(0);
  }

  /** The groups when the tree is cut into {@code count} of them. */
  List<List<Integer>> cut(int count) {
    return partitions.get(count - 1);
  }

  /** Mean silhouette (Rousseeuw 1987) of the cut into {@code count} groups, -1 to 1. */
  double silhouette(int count) {
    double sum = 0;
    for (List<Integer> own : cut(count)) {
      for (int item : own) {
        if (own.size() > 1) {
          double inside = mean(item, own) * own.size() / (own.size() - 1.0);
          double outside = Double.POSITIVE_INFINITY;
          for (List<Integer> other : cut(count)) {
            outside = other == own ? outside : Math.min(outside, mean(item, other));
          }
          double larger = Math.max(inside, outside);
          sum += larger == 0 ? 0 : (outside - inside) / larger;
        }
      }
    }
    return sum / distances.length;
  }

  private double mean(int item, List<Integer> group) {
    return group.stream().mapToDouble(other -> distances[item][other]).average().orElseThrow();
  }
}
