package dev.grassmann.dictionaries.saeevaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An attention score taken apart: q · k / sqrt(d_head) is the sum over pairs of a term of the query
 * and a term of the key. Terms are a dictionary's active latents (code times direction), its offset
 * and what it misses, so that the pairs add up to the score.
 *
 * @param pairs largest absolute share first
 * @param score their sum
 */
public record AttentionScore(List<Pair> pairs, double score) {
  public AttentionScore {
    pairs = List.copyOf(pairs);
  }

  /** A part of a query or key, d_head numbers. */
  public record Term(String name, float[] vector) {}

  /** What two terms add to the score. */
  public record Pair(String query, String key, double share) {}

  /** All pairs. O(|query| |key| d_head). */
  public static AttentionScore of(List<Term> query, List<Term> key) {
    List<Pair> pairs = new ArrayList<>();
    double score = 0;
    for (Term q : query) {
      for (Term k : key) {
        double product = 0;
        for (int c = 0; c < q.vector().length; c++) {
          product += (double) q.vector()[c] * k.vector()[c];
        }
        double share = product / Math.sqrt(q.vector().length);
        score += share;
        pairs.add(new Pair(q.name(), k.name(), share));
      }
    }
    pairs.sort(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.share())));
    return new AttentionScore(pairs, score);
  }
}
