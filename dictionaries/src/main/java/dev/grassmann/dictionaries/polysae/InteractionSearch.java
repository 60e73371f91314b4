package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Correlation;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Goes through all pairs of latents that are active together, one latent at a time. */
final class InteractionSearch {
  private static final Comparator<Interactions.Pair> WEAKEST =
      Comparator.comparingDouble(Interactions.Pair::strength)
          .thenComparing(Comparator.comparingInt(Interactions.Pair::first).reversed())
          .thenComparing(Comparator.comparingInt(Interactions.Pair::second).reversed());

  private final Pairs pairs;
  private final SparseCodes codes;
  private final InteractionsConfig config;
  private final List<List<Integer>> rowsOf = new ArrayList<>();

  InteractionSearch(Pairs pairs, SparseCodes codes, InteractionsConfig config) {
    this.pairs = pairs;
    this.codes = codes;
    this.config = config;
    for (int j = 0; j < codes.features(); j++) {
      rowsOf.add(new ArrayList<>());
    }
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        rowsOf.get(codes.latent(e)).add(row);
      }
    }
  }

  Interactions search(Run run) {
    if (pairs.order() < 2) {
      throw new InputException(
          "the dictionary's decoder is linear", "", "train with --order 2 or 3");
    }
    PriorityQueue<Interactions.Pair> strongest = new PriorityQueue<>(WEAKEST);
    List<Double> strengths = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    List<Double> covariances = new ArrayList<>();
    double[] means = means();
    for (int i = 0; i < codes.features(); i++) {
      run.step("pairs", i, codes.features());
      int[] together = new int[codes.features()];
      double[] products = new double[codes.features()];
      count(i, together, products);
      for (int j = i + 1; j < codes.features(); j++) {
        if (together[j] >= config.minCooc()) {
          double strength = pairs.pairStrength(i, j);
          strengths.add(strength);
          counts.add((double) together[j]);
          covariances.add(products[j] / codes.n() - means[i] * means[j]);
          strongest.add(new Interactions.Pair(i, j, strength, together[j], 0, List.of()));
          if (strongest.size() > config.top()) {
            strongest.poll();
          }
        }
      }
    }
    List<Interactions.Pair> found = new ArrayList<>();
    while (!strongest.isEmpty()) {
      found.add(0, filled(strongest.poll()));
    }
    double[] n = array(counts);
    return new Interactions(
        codes.n(),
        strengths.size(),
        Correlation.pearson(array(strengths), n),
        Correlation.pearson(array(covariances), n),
        found,
        config.triples() && pairs.order() > 2 ? triples(found) : List.of());
  }

  private double[] means() {
    double[] means = new double[codes.features()];
    for (int e = 0; e < codes.entries(); e++) {
      means[codes.latent(e)] += codes.value(e) / (double) codes.n();
    }
    return means;
  }

  /** How often, and how much, other latents are active where latent i is. */
  private void count(int i, int[] together, double[] products) {
    for (int row : rowsOf.get(i)) {
      double own = codes.value(row, i);
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        together[codes.latent(e)]++;
        products[codes.latent(e)] += own * codes.value(e);
      }
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(v -> v).toArray();
  }

  private Interactions.Pair filled(Interactions.Pair pair) {
    int i = pair.first();
    int j = pair.second();
    List<Integer> rows =
        rowsOf.get(i).stream()
            .filter(row -> codes.value(row, j) != 0)
            .sorted(
                Comparator.comparingDouble(
                        (Integer row) -> -Math.abs(codes.value(row, i) * codes.value(row, j)))
                    .thenComparingInt(row -> row))
            .limit(config.rows())
            .toList();
    return new Interactions.Pair(i, j, pair.strength(), pair.together(), pairs.cosine(i, j), rows);
  }

  /** The strongest third latent of each pair. */
  private List<Interactions.Triple> triples(List<Interactions.Pair> found) {
    List<Interactions.Triple> triples = new ArrayList<>();
    for (Interactions.Pair pair : found) {
      int[] third = new int[codes.features()];
      for (int row : rowsOf.get(pair.first())) {
        for (int e = codes.start(row);
            e < codes.start(row + 1) && codes.value(row, pair.second()) != 0;
            e++) {
          third[codes.latent(e)]++;
        }
      }
      for (int k = 0; k < third.length; k++) {
        if (k != pair.first() && k != pair.second() && third[k] >= config.minCooc()) {
          double strength = pairs.tripleStrength(pair.first(), pair.second(), k);
          triples.add(new Interactions.Triple(pair.first(), pair.second(), k, strength, third[k]));
        }
      }
    }
    triples.sort(
        Comparator.comparingDouble((Interactions.Triple t) -> -t.strength())
            .thenComparingInt(Interactions.Triple::first)
            .thenComparingInt(Interactions.Triple::second)
            .thenComparingInt(Interactions.Triple::third));
    return triples.subList(0, Math.min(config.top(), triples.size()));
  }
}
