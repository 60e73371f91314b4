package dev.grassmann.tables.dsir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well text is predicted by trigram models of other texts. Witten-Bell smoothing: each order is
 * mixed with the next lower one in proportion to how many different words followed its context; the
 * lowest is uniform over all words of the trial.
 */
final class TrigramTrial {
  private final Map<String, Integer> words = new HashMap<>();
  private final List<int[]> texts = new ArrayList<>();
  private final List<int[]> test = new ArrayList<>();

  /**
   * @param texts that models may be trained on
   * @param test what they are to predict
   */
  TrigramTrial(List<String> texts, List<String> test) {
    Featurizer featurizer = new Featurizer(FeatureMap.DEFAULT);
    texts.forEach(text -> this.texts.add(ids(text, featurizer)));
    test.forEach(text -> this.test.add(ids(text, featurizer)));
  }

  private int[] ids(String text, Featurizer featurizer) {
    featurizer.read(text);
    int[] ids = new int[featurizer.tokens().count()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.computeIfAbsent(featurizer.tokens().text(i, 1), word -> words.size() + 1);
    }
    return ids;
  }

  /** Tokens of these texts. */
  long tokens(List<Integer> which) {
    return which.stream().mapToLong(i -> texts.get(i).length).sum();
  }

  /**
   * Mean nats a token of the test under a model of these texts.
   *
   * @param most tokens that it is trained on; later ones are left out
   */
  double crossEntropy(List<Integer> which, long most) {
    Counts counts = new Counts(words.size());
    long left = most;
    for (int i : which) {
      int[] text = texts.get(i);
      int n = (int) Math.min(text.length, left);
      left -= n;
      counts.train(text, n);
    }
    double sum = 0;
    long tokens = 0;
    for (int[] text : test) {
      for (int i = 0; i < text.length; i++) {
        sum -= Math.log(counts.probability(before(text, i, 2), before(text, i, 1), text[i]));
        tokens++;
      }
    }
    return sum / tokens;
  }

  /** The word {@code back} places before; 0 before the start. */
  private static int before(int[] text, int i, int back) {
    return i >= back ? text[i - back] : 0;
  }

  /** Counts of words after contexts of 0, 1 and 2 words. */
  private static final class Counts {
    private final int vocabulary;
    private final List<Map<Long, Context>> orders =
        List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());

    private static final class Context {
      private final Map<Integer, Integer> after = new HashMap<>();
      private int total;
    }

    Counts(int vocabulary) {
      this.vocabulary = vocabulary;
    }

    void train(int[] text, int n) {
      for (int i = 0; i < n; i++) {
        for (int order = 0; order < 3; order++) {
          long key = key(order, before(text, i, 2), before(text, i, 1));
          Context context = orders.get(order).computeIfAbsent(key, k -> new Context());
          context.after.merge(text[i], 1, Integer::sum);
          context.total++;
        }
      }
    }

    double probability(int second, int first, int word) {
      double p = 1.0 / vocabulary;
      for (int order = 0; order < 3; order++) {
        Context context = orders.get(order).get(key(order, second, first));
        if (context != null) {
          int kinds = context.after.size();
          p = (context.after.getOrDefault(word, 0) + kinds * p) / (context.total + kinds);
        }
      }
      return p;
    }

    private static long key(int order, int second, int first) {
      return order == 0 ? 0 : order == 1 ? first : (long) second << 32 | first;
    }
  }
}
