package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Directions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A feature beside the others.
 *
 * @param feature the feature
 * @param counts rows by absolute code, in 20 steps from 0 to the largest; silent rows left out
 * @param nearest features whose atoms point most nearly the same way
 * @param together features most often active in the same rows: rows of both over rows of either
 * @param writes numbers of its atom of largest size, by dimension
 */
public record FeatureProfile(
    Feature feature, int[] counts, List<Other> nearest, List<Other> together, List<Other> writes) {
  private static final int STEPS = 20;
  private static final int OTHERS = 3;
  private static final int WRITTEN = 5;

  public FeatureProfile {
    counts = counts.clone();
    nearest = List.copyOf(nearest);
    together = List.copyOf(together);
    writes = List.copyOf(writes);
  }

  /** Another feature, or a dimension, and how much. */
  public record Other(int number, double value) {}

  /** Profiles of some features. O(features · F · d + entries · L0). */
  static List<FeatureProfile> of(Dictionary dictionary, SparseCodes codes, List<Feature> features) {
    int all = dictionary.features();
    int d = dictionary.d();
    float[] atoms = Atoms.unit(dictionary);
    float[] chosen = new float[features.size() * d];
    int[] place = new int[all];
    java.util.Arrays.fill(place, -1);
    for (int i = 0; i < features.size(); i++) {
      System.arraycopy(atoms, features.get(i).number() * d, chosen, i * d, d);
      place[features.get(i).number()] = i;
    }
    float[] cosines = new float[features.size() * all];
    if (!features.isEmpty()) {
      try (Directions directions = new Directions(atoms, all, d, null)) {
        directions.of(chosen, 0, features.size(), cosines);
      }
    }
    int[][] both = new int[features.size()][all];
    int[][] counts = counts(codes, features, place, both);
    Density density = Density.of(codes);
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      int row = i;
      profiles.add(
          new FeatureProfile(
              feature,
              counts[i],
              largest(all, OTHERS, feature.number(), j -> cosines[row * all + j]),
              largest(
                  all,
                  OTHERS,
                  feature.number(),
                  j -> {
                    int either = feature.rows() + density.rows(j) - both[row][j];
                    return either == 0 ? 0 : (double) both[row][j] / either;
                  }),
              written(chosen, i, d)));
    }
    return profiles;
  }

  private static int[][] counts(
      SparseCodes codes, List<Feature> features, int[] place, int[][] both) {
    float[] largest = new float[features.size()];
    for (int e = 0; e < codes.entries(); e++) {
      int i = place[codes.latent(e)];
      if (i >= 0) {
        largest[i] = Math.max(largest[i], Math.abs(codes.value(e)));
      }
    }
    int[][] counts = new int[features.size()][STEPS];
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        int i = place[codes.latent(e)];
        if (i < 0) {
          continue;
        }
        int step = (int) (STEPS * Math.abs(codes.value(e)) / largest[i]);
        counts[i][Math.min(STEPS - 1, step)]++;
        for (int other = codes.start(row); other < codes.start(row + 1); other++) {
          both[i][codes.latent(other)]++;
        }
      }
    }
    return counts;
  }

  private interface Value {
    double of(int j);
  }

  private static List<Other> largest(int count, int most, int not, Value value) {
    return IntStream.range(0, count)
        .filter(j -> j != not)
        .mapToObj(j -> new Other(j, value.of(j)))
        .filter(other -> other.value() > 0)
        .sorted(Comparator.comparingDouble((Other other) -> -other.value()))
        .limit(most)
        .toList();
  }

  private static List<Other> written(float[] atoms, int i, int d) {
    return IntStream.range(0, d)
        .mapToObj(c -> new Other(c, atoms[i * d + c]))
        .sorted(Comparator.comparingDouble((Other other) -> -Math.abs(other.value())))
        .limit(WRITTEN)
        .toList();
  }
}
