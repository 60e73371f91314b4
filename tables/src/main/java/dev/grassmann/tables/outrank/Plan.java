package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What is scored, and in which batches.
 *
 * @param items all of it: features with the target, the target with itself, pairs, combinations
 * @param cover shares it out over the batches
 * @param given combinations that a reference model names, ranked beside the columns
 */
record Plan(List<Item> items, Cover cover, List<Item.Joint> given) {
  /** What a reference model has to say: which features to leave out, and which to combine. */
  record Given(Predicate<List<Integer>> leftOut, List<Item.Joint> combined) {
    static final Given NOTHING = new Given(members -> false, List.of());
  }

  /** Scores a batch at most when looking for an order by 3MR, as the reference has it. */
  private static final int THREE_MR = 10_000;

  /** More scores than this, each with its name and batches, would not fit into memory. */
  private static final long MOST = 2_000_000;

  /**
   * @param features how many features may be paired and combined
   * @param controls how many controls follow them
   */
  static Plan of(int features, int controls, int batches, OutRankConfig config, Run run) {
    return of(features, controls, batches, Given.NOTHING, config, run);
  }

  /** The same where a reference model is given. */
  static Plan of(
      int features, int controls, int batches, Given given, OutRankConfig config, Run run) {
    List<Item> items = new ArrayList<>();
    refuseTooMany(features, "--order", config.combinedColumns());
    refuseTooMany(features, "--pairs", config.scoresPairs() ? 2 : 1);
    for (int f = 0; f < features + controls; f++) {
      if (!given.leftOut().test(List.of(f))) {
        items.add(new Item.Single(f));
      }
    }
    items.add(new Item.Self());
    if (config.scoresPairs()) {
      for (int i = 0; i < features; i++) {
        for (int j = i; j < features; j++) {
          items.add(new Item.Pair(i, j));
        }
      }
    }
    if (config.threeMr()) {
      items.addAll(Item.subsets(features, 2));
    }
    if (config.order() > 1 && !(config.threeMr() && config.order() == 2)) {
      Item.subsets(features, config.order()).stream()
          .filter(joint -> !given.leftOut().test(joint.members()))
          .forEach(items::add);
    }
    items.addAll(given.combined());
    int bound =
        config.threeMr() ? Math.min(THREE_MR, config.combinations()) : config.combinations();
    Cover cover = new Cover(items.size(), bound);
    long missed = cover.missed(batches);
    if (missed > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d scores were not computed: %,d batches of at most %,d scores each;"
                  + " raise --combinations or take smaller batches",
              missed,
              items.size(),
              batches,
              bound));
    }
    return new Plan(items, cover, given.combined());
  }

  /** Whether any features are taken together. */
  boolean combines() {
    return items.stream().anyMatch(item -> item instanceof Item.Joint);
  }

  private static void refuseTooMany(int features, String option, int size) {
    double subsets = 1;
    for (int i = 0; i < size; i++) {
      subsets *= (double) (features - i) / (i + 1);
    }
    if (size > 1 && subsets > MOST) {
      throw new InputException(
          String.format(
              Locale.ROOT, "%,d columns make %,.0f combinations of %d", features, subsets, size),
          option,
          String.format(Locale.ROOT, "at most %,d can be scored: name fewer --columns", MOST));
    }
  }
}
