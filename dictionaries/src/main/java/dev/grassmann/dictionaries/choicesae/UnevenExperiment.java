package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Correlation;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Density;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.HashMap;
import java.util.Map;

/** TopK, Mutual Choice and Feature Choice on {@link UnevenWorld}, F = 256 and k = 6. */
final class UnevenExperiment {
  private static final int TEST = 4_096;
  private static final int BATCH = 512;

  private final Vectors rows;
  private final Vectors test;
  private final int[] counts;
  private final int steps;
  private final Run run;

  UnevenExperiment(int steps, Run run) {
    this.steps = steps;
    this.run = run.but().folder(null).resume(false).build();
    UnevenWorld world = new UnevenWorld(run.random("world"));
    int n = 100 * BATCH * 2;
    this.rows = Vectors.of(world.sample(n, run.random("rows")).x(), n, UnevenWorld.D);
    UnevenWorld.Sample sample = world.sample(TEST, run.random("test rows"));
    this.test = Vectors.of(sample.x(), TEST, UnevenWorld.D);
    this.counts = sample.counts();
  }

  /**
   * How one did on rows that were not learnt from.
   *
   * @param counting correlation of a row's L0 with its true number of atoms
   * @param dead share of the latents active on no row
   */
  record Figures(double fvu, double l0, double counting, double dead) {}

  Figures topK() {
    TopKConfig config = Options.with(TopKConfig.DEFAULT, common());
    config = Options.with(config, Map.of("k", 6, "deadAfter", 20L * BATCH));
    return figures(new TopKSae().run(rows, config, run).dictionary());
  }

  Figures choice(Map<String, Object> options) {
    ChoiceSaeConfig config = Options.with(ChoiceSaeConfig.DEFAULT, common());
    config = Options.with(config, Map.of("k", 6.0, "deadAfter", 20L * BATCH));
    config = Options.with(config, "thresholdStart", steps / 2);
    return figures(new ChoiceSae().run(rows, Options.with(config, options), run).dictionary());
  }

  /** Mutual Choice with a quarter of the encoder's biases at -5 at the start. */
  Figures shut(AuxLoss loss) {
    ChoiceSaeConfig config = Options.with(ChoiceSaeConfig.DEFAULT, common());
    config =
        Options.with(
            config,
            Map.of(
                "k",
                6.0,
                "deadAfter",
                20L * BATCH,
                "thresholdStart",
                steps / 2,
                "choice",
                Choice.MUTUAL,
                "aux",
                loss,
                "densityRate",
                0.02));
    return figures(ChoiceSae.train(rows, config, 0.25, run).dictionary());
  }

  private Map<String, Object> common() {
    Map<String, Object> common = new HashMap<>();
    common.put("width", UnevenWorld.ATOMS);
    common.put("steps", steps);
    common.put("batch", BATCH);
    common.put("learningRate", 2e-3);
    common.put("warmup", 0);
    common.put("coolDown", 0.2);
    common.put("normalize", Dictionary.Kind.NONE);
    common.put("testShare", 0.0);
    return common;
  }

  private Figures figures(Dictionary dictionary) {
    SparseAutoencoder sae = SparseAutoencoder.of(dictionary);
    SparseCodes codes = sae.encode(test);
    double[] l0 = new double[TEST];
    double[] truth = new double[TEST];
    for (int row = 0; row < TEST; row++) {
      l0[row] = codes.count(row);
      truth[row] = counts[row];
    }
    return new Figures(
        new Evaluator(sae).fidelity(test, codes).fvu(),
        codes.l0(),
        Correlation.pearson(l0, truth),
        Density.of(codes).silentShare());
  }
}
