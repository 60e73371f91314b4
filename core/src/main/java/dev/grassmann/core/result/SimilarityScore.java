package dev.grassmann.core.result;

import dev.grassmann.core.InputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one measure says of two spaces.
 *
 * @param measure one word for programs, e.g. {@code cka-biased}
 * @param title name for people, e.g. {@code linear CKA (biased)}
 * @param value the score: 1 where the spaces are the same up to what the measure does not look at;
 *     an unbiased one is about 0 where nothing is shared, and may be negative
 * @param rows rows that it was computed from
 * @param chance the score without the pairing of the rows; empty where not asked for
 * @param also other figures that go with the score, by name, e.g. a distance
 */
public record SimilarityScore(
    String measure,
    String title,
    double value,
    int rows,
    Optional<SimilarityNull> chance,
    Map<String, Double> also) {
  public SimilarityScore {
    if (!Double.isFinite(value)) {
      throw new InputException(
          "the " + title + " of the two spaces is " + value, "", "look for broken values in them");
    }
    also = Collections.unmodifiableMap(new LinkedHashMap<>(also));
  }

  /** Whether the score lies above 95 % of the shuffles; true where there were none. */
  public boolean beatsChance() {
    return chance.map(none -> value > none.quantile(0.95)).orElse(true);
  }
}
