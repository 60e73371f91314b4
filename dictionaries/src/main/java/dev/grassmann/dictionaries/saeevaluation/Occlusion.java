package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.Map;

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
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of(
                "width",
                256,
                "k",
                k,
                "steps",
                2_000,
                "batch",
                512,
                "learningRate",
                2e-3,
                "warmup",
                0,
                "coolDown",
                0.0,
                "normalize",
                Dictionary.Kind.NONE,
                "testShare",
                0.0));
    Run own = run.but().folder(null).resume(false).build();
    Dictionary dictionary = new TopKSae().run(sample.activations(), config, own).dictionary();
    F1Table table =
        new Interpreter(sample.attributes(), 1)
            .f1Table(SparseAutoencoder.of(dictionary).encode(sample.activations()));
    return new Found(
        table.found(0, F1), table.found(1, F1), Math.max(table.bestOf(2, 0), table.bestOf(2, 1)));
  }
}
