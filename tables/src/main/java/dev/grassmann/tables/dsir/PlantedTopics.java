package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Texts whose topics are known: words from a law of Zipf that all topics share or, as often, from a
 * permutation of it that is the topic's own; one word in five is the topic's successor of the word
 * before.
 *
 * @param raw texts of all topics
 * @param isWanted whether a raw text is of the target's topic
 * @param target texts of that topic
 */
record PlantedTopics(List<String> raw, boolean[] isWanted, List<String> target) {
  private static final int WORDS = 2_000;
  private static final int RAW = 4_000;
  private static final int WANTED = RAW / 20;
  private static final int TARGET = 50;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 400;
  private static final double SUCCESSOR = 0.2;

  /**
   * Draws the texts.
   *
   * @param topics how many there are, at least 2; the wanted one has a twentieth of the texts
   */
  static PlantedTopics of(int topics, Run run) {
    SplittableRandom random = run.random("dsir planted topics");
    double[] zipf = new double[WORDS]; // cumulative
    double sum = 0;
    for (int r = 0; r < WORDS; r++) {
      sum += 1.0 / (r + 1);
      zipf[r] = sum;
    }
    int[][] own = new int[topics][];
    int[][] successor = new int[topics][];
    for (int t = 0; t < topics; t++) {
      own[t] = Permutation.of(WORDS, random);
      successor[t] = Permutation.of(WORDS, random);
    }
    List<String> raw = new ArrayList<>();
    boolean[] wanted = new boolean[RAW];
    for (int i = 0; i < RAW; i++) {
      wanted[i] = i < WANTED;
      int topic = wanted[i] ? 0 : 1 + random.nextInt(topics - 1);
      raw.add(text(zipf, own[topic], successor[topic], random));
    }
    List<String> target = new ArrayList<>();
    for (int i = 0; i < TARGET; i++) {
      target.add(text(zipf, own[0], successor[0], random));
    }
    return new PlantedTopics(raw, wanted, target);
  }

  int wanted() {
    return WANTED;
  }

  private static String text(double[] zipf, int[] own, int[] successor, SplittableRandom random) {
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
    StringBuilder text = new StringBuilder();
    int word = -1;
    for (int i = 0; i < length; i++) {
      if (word >= 0 && random.nextDouble() < SUCCESSOR) {
        word = successor[word];
      } else {
        int rank = rank(zipf, random.nextDouble() * zipf[WORDS - 1]);
        word = random.nextBoolean() ? rank : own[rank];
      }
      text.append(i == 0 ? "w" : " w").append(word);
    }
    return text.toString();
  }

  private static int rank(double[] cumulative, double at) {
    int found = Arrays.binarySearch(cumulative, at);
    return Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
  }
}
