package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;

/** A strong attribute hides a weaker one: TopK with 256 latents on {@link AttributeWorld}. */
final class Occlusion {
  private static final double F1 = 0.8;

  private Occlusion() {}

  /**
   * What is found of the attributes.
   *
   * @param strong share of the strong attribute's values with a latent of their own
   * @param weak the same of the weak one
   * @param binary largest F1 of any latent and a value of the binary attribute
   */
  record Found(double strong, double weak, double binary) {}

  /** Trains one and looks. */
  static Found train(AttributeWorld.Sample sample, int k, Run run) {
    TopKBudget budget = Options.with(TopKBudget.TOY, "k", k);
    Dictionary dictionary = budget.learn(sample.activations(), Dictionary.Kind.NONE, run);
    F1Table table =
        new Interpreter(sample.attributes(), 1)
            .f1Table(SparseAutoencoder.of(dictionary).encode(sample.activations()));
    return new Found(
        table.found(0, F1), table.found(1, F1), Math.max(table.bestOf(2, 0), table.bestOf(2, 1)));
  }
}
