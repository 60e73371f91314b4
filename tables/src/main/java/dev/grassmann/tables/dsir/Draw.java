package dev.grassmann.tables.dsir;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * Draws documents without replacement in proportion to their weights (Gumbel top-k), or takes those
 * of largest weight. Several targets are served in their order; a document that one has taken is
 * gone for the next.
 */
final class Draw {
  private final Supplier<WeightReader> weights;
  private final Rules rules;
  private final Run run;
  private final long documents;
  private final DocumentSet chosen;

  private Draw(Supplier<WeightReader> weights, long documents, Rules rules, Run run) {
    this.weights = weights;
    this.documents = documents;
    this.rules = rules;
    this.run = run;
    this.chosen = new DocumentSet(documents);
  }

  /** Which documents come first. */
  enum Order {
    /** A draw in proportion to the weights, by Gumbel noise. */
    GUMBEL,
    /** The largest weights. */
    LARGEST,
    /** Those that {@link ParetoRounds} keeps; the weights are log odds. */
    PARETO
  }

  /** The number of a document by which it is chosen; the largest are. */
  @FunctionalInterface
  private interface Key {
    double of(WeightReader at);
  }

  /**
   * What is drawn.
   *
   * @param k documents for each target
   * @param order which documents come first
   * @param minLength documents of fewer tokens are left out
   * @param temperature divides log weights
   */
  record Rules(List<Long> k, Order order, int minLength, double temperature) {
    Rules {
      k = List.copyOf(k);
    }

    boolean eligible(WeightReader at) {
      return at.length() >= Math.max(0, minLength);
    }
  }

  /**
   * Numbers of the documents drawn.
   *
   * @param weights begins a reading of the weights; called several times
   * @param documents how many there are
   * @throws InputException where fewer documents are long enough than are asked for
   */
  static DocumentSet draw(Supplier<WeightReader> weights, long documents, Rules rules, Run run) {
    Draw draw = new Draw(weights, documents, rules, run);
    draw.requireEnough();
    for (int target = 0; target < rules.k().size(); target++) {
      if (rules.k().get(target) > 0) {
        draw.serve(target, rules.k().get(target));
      }
    }
    return draw.chosen;
  }

  private void requireEnough() {
    long k = rules.k().stream().mapToLong(Long::longValue).sum();
    long enough = 0;
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        enough += rules.eligible(at) ? 1 : 0;
      }
    }
    if (k > enough) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "asked for %,d documents, only %,d of %,d have %,d tokens or more",
              k,
              enough,
              documents,
              rules.minLength()),
          "--k",
          "ask for fewer, or lower --min-length");
    }
  }

  private void serve(int target, long k) {
    Key keys = keys(target, k);
    LargestKeys.Cut cut = LargestKeys.kth(k, documents, taker -> each(target, keys, taker));
    long equal = cut.equal();
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (!rules.eligible(at) || chosen.has(at.document())) {
          continue;
        }
        double key = keys.of(at);
        if (key > cut.key() || key == cut.key() && equal-- > 0) {
          chosen.add(at.document()); // each document is met once: later ones do not see this
        }
      }
    }
  }

  private void each(int target, Key keys, DoubleConsumer taker) {
    run.step("drawing", target, rules.k().size());
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (rules.eligible(at) && !chosen.has(at.document())) {
          taker.accept(keys.of(at));
        }
      }
    }
  }

  private Key keys(int target, long k) {
    switch (rules.order()) {
      case LARGEST -> {
        return at -> at.logWeight(target);
      }
      case PARETO -> {
        ParetoRounds rounds = ParetoRounds.of(run, target);
        Key kept = at -> -rounds.round(at.document(), at.logWeight(target));
        double last = LargestKeys.kth(k, documents, taker -> each(target, kept, taker)).key();
        return at -> kept.of(at) >= last ? rounds.order(at.document()) : -1;
      }
      default -> {
        GumbelKeys gumbel = GumbelKeys.of(run, target);
        return at -> gumbel.key(at.document(), at.logWeight(target), rules.temperature());
      }
    }
  }
}
