package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;

/** Ranks of the powers. */
final class Ranks {
  /** Share of the dimension that the paper's remark finds enough for squares and cubes. */
  private static final int SHARE = 12;

  private Ranks() {}

  /**
   * As asked for, or the dimension and a twelfth of it.
   *
   * @throws InputException where they rise, or no columns can be orthonormal
   */
  static int[] of(PolySaeConfig config, int features, int d) {
    List<Integer> ranks = new ArrayList<>(config.ranks());
    if (ranks.isEmpty()) {
      ranks.add(Math.min(features, d));
      for (int order = 2; order <= config.order(); order++) {
        ranks.add(Math.min(ranks.get(0), (d + SHARE - 1) / SHARE));
      }
    }
    if (ranks.size() < config.order()) {
      throw new InputException(
          "are " + ranks + " for order " + config.order(),
          "--ranks",
          "give one for each power, or none");
    }
    if (ranks.get(0) > features) {
      throw new InputException(
          "rank "
              + ranks.get(0)
              + " exceeds the "
              + features
              + " latents; columns of U cannot be orthonormal",
          "--ranks",
          "give a first rank up to the number of latents");
    }
    for (int order = 2; order <= config.order(); order++) {
      if (ranks.get(order - 1) > ranks.get(order - 2)) {
        throw new InputException(
            "are " + ranks,
            "--ranks",
            "no power may have a higher rank than the one before, whose columns it shares");
      }
    }
    return ranks.stream().limit(config.order()).mapToInt(rank -> rank).toArray();
  }
}
