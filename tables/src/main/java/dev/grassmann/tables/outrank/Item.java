package dev.grassmann.tables.outrank;

import java.util.ArrayList;
import java.util.List;

/** One thing to score; numbers are places in the list of features. */
sealed interface Item {
  /** A feature or a control with the target. */
  record Single(int source) implements Item {}

  /** The target with itself. */
  record Self() implements Item {}

  /** Two features with each other, or one with itself; {@code first <= second}. */
  record Pair(int first, int second) implements Item {}

  /** Several features as one, with the target; ascending. */
  record Joint(List<Integer> members) implements Item {}

  /** All subsets of {@code size} of the features {@code 0 .. count - 1}, in order. */
  static List<Joint> subsets(int count, int size) {
    List<Joint> subsets = new ArrayList<>();
    grow(new ArrayList<>(), 0, count, size, subsets);
    return subsets;
  }

  private static void grow(
      List<Integer> chosen, int from, int count, int size, List<Joint> subsets) {
    if (chosen.size() == size) {
      subsets.add(new Joint(List.copyOf(chosen)));
      return;
    }
    for (int next = from; next <= count - (size - chosen.size()); next++) {
      chosen.add(next);
      grow(chosen, next + 1, count, size, subsets);
      chosen.remove(chosen.size() - 1);
    }
  }
}
