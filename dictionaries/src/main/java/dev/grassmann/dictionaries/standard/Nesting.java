package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Nested prefixes of the latents, each of which must reconstruct by itself (Matryoshka).
 *
 * @param widths m_1 &lt; .. &lt; m_n = F; empty for no nesting
 * @param share what each prefix's error is multiplied by: 1 for a sum, 1/n for a mean
 * @param alone whether the bias alone is a prefix too
 */
record Nesting(List<Integer> widths, double share, boolean alone) {
  static final Nesting NONE = new Nesting(List.of(), 1, false);

  Nesting {
    widths = List.copyOf(widths);
  }

  /**
   * Widths as given, or groups of 1/32, 1/16, 1/8, 1/4 and the rest.
   *
   * @throws InputException where they do not rise to F
   */
  static List<Integer> widths(List<Integer> given, int features) {
    List<Integer> widths = new ArrayList<>(given);
    if (widths.isEmpty()) {
      double sum = 0;
      for (int part = 32; part > 2; part /= 2) {
        sum += 1.0 / part;
        int width = (int) Math.round(sum * features);
        if (width > 0 && (widths.isEmpty() || width > widths.get(widths.size() - 1))) {
          widths.add(width);
        }
      }
      widths.add(features);
    }
    for (int i = 0; i < widths.size(); i++) {
      boolean rises = i == 0 || widths.get(i) > widths.get(i - 1);
      if (!rises || widths.get(widths.size() - 1) != features) {
        throw new InputException(
            "are " + widths + " with " + features + " features",
            "--widths",
            "give widths that rise to the number of features");
      }
    }
    return widths;
  }

  /** Number of the smallest prefix that holds a latent. */
  int group(int latent) {
    int group = 0;
    while (widths.get(group) <= latent) {
      group++;
    }
    return group;
  }
}
