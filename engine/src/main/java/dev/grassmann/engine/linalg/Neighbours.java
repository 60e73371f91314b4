package dev.grassmann.engine.linalg;

import java.util.Arrays;

/**
 * The nearest points of each query, nearest first, equally near ones by their number.
 *
 * @param index numbers of the points, queries × k, row-major
 * @param measure cosine, distance or inner product of each, queries × k, row-major
 * @param queries how many queries
 * @param k neighbours a query
 */
public record Neighbours(int[] index, float[] measure, int queries, int k) {

  /** The points nearest to a query, k of them. */
  public int[] of(int query) {
    return Arrays.copyOfRange(index, query * k, (query + 1) * k);
  }
}
