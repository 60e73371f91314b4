package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Density;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * End to end on {@link PairWorld}: a linear TopK autoencoder with F = 48 and k = 4, and a PolySAE
 * that goes on from it, beside the linear one trained for as many steps in all.
 */
record WarmStart(Figures linear, Figures poly) {
  private static final int ROWS = 100_000;
  private static final int TEST = 20_000;
  private static final int FIRST = 2_500;
  private static final int MORE = 3_000;

  /**
   * How one did.
   *
   * @param silent latents active on no test row
   */
  record Figures(double fvu, int silent) {
    static Figures of(Dictionary dictionary, Vectors test) {
      SparseAutoencoder sae = SparseAutoencoder.of(dictionary);
      SparseCodes codes = sae.encode(test);
      return new Figures(
          new Evaluator(sae).fidelity(test, codes).fvu(), Density.of(codes).silent());
    }
  }

  static WarmStart of(Run run) {
    PairWorld world = new PairWorld(run.random("world"));
    Vectors rows = Vectors.of(world.sample(ROWS, run.random("rows")).x(), ROWS, PairWorld.D);
    Vectors test = Vectors.of(world.sample(TEST, run.random("test rows")).x(), TEST, PairWorld.D);
    Map<String, Object> common =
        Map.of(
            "k",
            4,
            "batch",
            256,
            "learningRate",
            2e-3,
            "warmup",
            0,
            "coolDown",
            0.2,
            "normalize",
            Dictionary.Kind.NONE,
            "testShare",
            0.0,
            "deadAfter",
            100_000L);
    TopKConfig linear = Options.with(TopKConfig.DEFAULT, common);
    linear = Options.with(linear, Map.of("width", PairWorld.ATOMS, "steps", FIRST));
    Run aside = run.but().folder(null).resume(false).build();
    Dictionary start = new TopKSae().run(rows, linear, aside).dictionary();
    Dictionary longer =
        new TopKSae().run(rows, Options.with(linear, "steps", FIRST + MORE), aside).dictionary();
    PolySaeConfig poly =
        Options.with(Options.with(PolySaeConfig.DEFAULT, without(common, "k")), "k", 4.0);
    poly =
        Options.with(
            poly,
            Map.of(
                "init",
                Init.LINEAR,
                "order",
                2,
                "ranks",
                List.of(PairWorld.ATOMS, 24),
                "steps",
                MORE));
    Dictionary learnt = PolySae.train(rows, poly, Optional.of(start), aside).dictionary();
    return new WarmStart(Figures.of(longer, test), Figures.of(learnt, test));
  }

  private static Map<String, Object> without(Map<String, Object> options, String name) {
    Map<String, Object> rest = new HashMap<>(options);
    rest.remove(name);
    return rest;
  }
}
