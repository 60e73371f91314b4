package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.result.SparseCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matches each latent's active rows with properties of the rows: one value of an attribute, one
 * value together with one of a binary attribute, or the union of a few values. O(entries · m²).
 */
public final class Interpreter {
  private final Attributes attributes;
  private final int union;

  /**
   * @param union most values of a union, at least 1
   */
  public Interpreter(Attributes attributes, int union) {
    this.attributes = attributes;
    this.union = union;
  }

  /** All latents against all properties. */
  public F1Table f1Table(SparseCodes codes) {
    int features = codes.features();
    int[] active = new int[features];
    for (int e = 0; e < codes.entries(); e++) {
      active[codes.latent(e)]++;
    }
    Interpretation[] best = new Interpretation[features];
    float[][][] f1 = new float[attributes.count()][][];
    for (int a = 0; a < attributes.count(); a++) {
      int[][] hits = hits(codes, a, -1);
      f1[a] = singles(hits, active, attributes.counts(a));
      for (int j = 0; j < features; j++) {
        if (active[j] > 0) {
          best[j] = better(best[j], unions(j, a, hits[j], active[j], f1[a][j]));
        }
      }
      for (int with = 0; with < attributes.count(); with++) {
        if (with != a && attributes.values(with).size() == 2) {
          for (int is = 0; is < 2; is++) {
            intersections(codes, a, with, is, active, best);
          }
        }
      }
    }
    List<Interpretation> found = new ArrayList<>();
    for (Interpretation one : best) {
      if (one != null) {
        found.add(one);
      }
    }
    return new F1Table(attributes, found, f1);
  }

  /** Active rows of each latent by the value of an attribute; {@code with} fixes another's. */
  private int[][] hits(SparseCodes codes, int a, int with, int... is) {
    int[][] hits = new int[codes.features()][attributes.values(a).size()];
    for (int row = 0; row < codes.n(); row++) {
      if (with >= 0 && attributes.value(with, row) != is[0]) {
        continue;
      }
      int value = attributes.value(a, row);
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        hits[codes.latent(e)][value]++;
      }
    }
    return hits;
  }

  private static float[][] singles(int[][] hits, int[] active, int[] counts) {
    float[][] f1 = new float[hits.length][counts.length];
    for (int j = 0; j < hits.length; j++) {
      for (int v = 0; v < counts.length; v++) {
        f1[j][v] = active[j] == 0 ? 0 : (float) f1(hits[j][v], active[j], counts[v]);
      }
    }
    return f1;
  }

  /** The best union of values, added in the order of their own F1. */
  private Interpretation unions(int latent, int a, int[] hits, int active, float[] single) {
    int[] counts = attributes.counts(a);
    List<Integer> order =
        IntStream.range(0, counts.length)
            .boxed()
            .filter(v -> hits[v] > 0)
            .sorted(Comparator.comparingDouble((Integer v) -> -single[v]))
            .limit(union)
            .toList();
    Interpretation best = null;
    int hit = 0;
    int rows = 0;
    for (int size = 1; size <= order.size() && size < counts.length; size++) {
      hit += hits[order.get(size - 1)];
      rows += counts[order.get(size - 1)];
      Property property = new Property(a, order.subList(0, size), -1, -1);
      best = better(best, interpretation(latent, active, property, hit, rows));
    }
    return best;
  }

  private void intersections(
      SparseCodes codes, int a, int with, int is, int[] active, Interpretation[] best) {
    int[] counts = new int[attributes.values(a).size()];
    for (int row = 0; row < attributes.rows(); row++) {
      counts[attributes.value(a, row)] += attributes.value(with, row) == is ? 1 : 0;
    }
    int[][] hits = hits(codes, a, with, is);
    for (int j = 0; j < hits.length; j++) {
      for (int v = 0; v < counts.length && active[j] > 0; v++) {
        Property property = new Property(a, List.of(v), with, is);
        best[j] = better(best[j], interpretation(j, active[j], property, hits[j][v], counts[v]));
      }
    }
  }

  private Interpretation interpretation(
      int latent, int active, Property property, int hit, int rows) {
    double share = (double) rows / attributes.rows();
    return new Interpretation(
        latent,
        active,
        property,
        (double) hit / active,
        rows == 0 ? 0 : (double) hit / rows,
        f1(hit, active, rows),
        2 * share / (1 + share));
  }

  /** The first of two that are equally good. */
  private static Interpretation better(Interpretation one, Interpretation other) {
    return one == null || (other != null && other.f1() > one.f1()) ? other : one;
  }

  private static double f1(int hit, int active, int rows) {
    return active + rows == 0 ? 0 : 2.0 * hit / (active + rows);
  }
}
