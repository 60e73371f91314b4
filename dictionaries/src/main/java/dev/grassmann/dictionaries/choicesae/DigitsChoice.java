package dev.grassmann.dictionaries.choicesae;

import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.result.Correlation;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Density;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** TopK, Mutual Choice and Feature Choice on handwritten digits, F = 256. */
final class DigitsChoice {
  static final String DATA = "digits8x8";
  private static final int TRAIN = 1_500;

  private final Vectors train;
  private final Vectors test;
  private final Run run;

  DigitsChoice(Run run) {
    this.run = run.but().folder(null).resume(false).build();
    Vectors all = VectorFiles.read(Catalogue.of(DATA).path().orElseThrow());
    int[] order = Permutation.of(all.n(), run.random("digits"));
    this.train = all.rows(Arrays.copyOf(order, TRAIN));
    this.test = all.rows(Arrays.copyOfRange(order, TRAIN, all.n()));
  }

  /**
   * One sparsity's figures on unseen digits.
   *
   * @param mutualRank Spearman's correlation of a row's L0 with its error under TopK
   * @param featureSilent latents active on no digit, seen or unseen
   */
  record Figures(
      double topKFvu,
      double mutualFvu,
      double featureFvu,
      double mutualRank,
      double featureRank,
      int featureSilent,
      double mutualL0,
      double featureL0) {}

  Figures with(int k) {
    TopKConfig config = Options.with(Options.with(TopKConfig.DEFAULT, common()), "k", k);
    SparseAutoencoder topK =
        SparseAutoencoder.of(new TopKSae().run(train, config, run).dictionary());
    double[] hardness = errors(topK);
    SparseAutoencoder mutual = choice(k, Choice.MUTUAL);
    SparseAutoencoder feature = choice(k, Choice.FEATURE);
    SparseCodes seen = feature.encode(train);
    SparseCodes unseen = feature.encode(test);
    int silent = 0;
    Density onSeen = Density.of(seen);
    Density onUnseen = Density.of(unseen);
    for (int j = 0; j < seen.features(); j++) {
      silent += onSeen.rows(j) + onUnseen.rows(j) == 0 ? 1 : 0;
    }
    SparseCodes mutualCodes = mutual.encode(test);
    return new Figures(
        fvu(topK),
        fvu(mutual),
        fvu(feature),
        Correlation.spearman(counts(mutualCodes), hardness),
        Correlation.spearman(counts(unseen), hardness),
        silent,
        mutualCodes.l0(),
        unseen.l0());
  }

  private SparseAutoencoder choice(double k, Choice choice) {
    ChoiceSaeConfig config = Options.with(ChoiceSaeConfig.DEFAULT, common());
    config = Options.with(config, Map.of("k", k, "choice", choice, "thresholdStart", 1_500));
    return SparseAutoencoder.of(new ChoiceSae().run(train, config, run).dictionary());
  }

  private static Map<String, Object> common() {
    Map<String, Object> common = new HashMap<>();
    common.put("width", 256);
    common.put("steps", 3_000);
    common.put("batch", 256);
    common.put("learningRate", 2e-3);
    common.put("warmup", 0);
    common.put("coolDown", 0.2);
    common.put("normalize", Dictionary.Kind.CENTRE);
    common.put("testShare", 0.0);
    common.put("deadAfter", 20L * 256);
    return common;
  }

  private double fvu(SparseAutoencoder sae) {
    return new Evaluator(sae).fidelity(test, sae.encode(test)).fvu();
  }

  private static double[] counts(SparseCodes codes) {
    double[] counts = new double[codes.n()];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = codes.count(row);
    }
    return counts;
  }

  private double[] errors(SparseAutoencoder sae) {
    float[] x = test.toArray();
    float[] y = sae.reconstruct(test).toArray();
    double[] errors = new double[test.n()];
    for (int i = 0; i < x.length; i++) {
      errors[i / test.d()] += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
    }
    return errors;
  }
}
