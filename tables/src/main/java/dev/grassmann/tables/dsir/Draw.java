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

  /**
   * What is drawn.
   *
   * @param k documents for each target
   * @param noise whether Gumbel noise is added: a draw; else the largest weights are taken
   * @param minLength documents of fewer tokens are left out
   * @param temperature divides log weights
   */
  record Rules(List<Long> k, boolean noise, int minLength, double temperature) {
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
    GumbelKeys keys = GumbelKeys.of(run, target);
    LargestKeys.Cut cut = LargestKeys.kth(k, documents, taker -> each(target, keys, taker));
    long equal = cut.equal();
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (!rules.eligible(at) || chosen.has(at.document())) {
          continue;
        }
        double key = key(at, target, keys);
        if (key > cut.key() || key == cut.key() && equal-- > 0) {
          chosen.add(at.document()); // each document is met once: later ones do not see this
        }
      }
    }
  }

  private void each(int target, GumbelKeys keys, DoubleConsumer taker) {
    run.step("drawing", target, rules.k().size());
    try (WeightReader at = weights.get()) {
      while (at.next()) {
        if (rules.eligible(at) && !chosen.has(at.document())) {
          taker.accept(key(at, target, keys));
        }
      }
    }
  }

  private double key(WeightReader at, int target, GumbelKeys keys) {
    return rules.noise()
        ? keys.key(at.document(), at.logWeight(target), rules.temperature())
        : at.logWeight(target);
  }
}
