package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.ClassSeparation;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.SparseProbe;
import dev.grassmann.dictionaries.standard.AuxK;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A linear TopK autoencoder and a PolySAE on handwritten digits, F = 128 and k = 8. */
final class DigitsComparison {
  static final List<String> DATA = List.of("digits8x8", "digits8x8-labels");
  private static final int TRAIN = 1_500;
  private static final int STEPS = 4_000;

  private final Vectors train;
  private final Vectors test;
  private final int[] trainLabels;
  private final int[] testLabels;
  private final Run run;

  DigitsComparison(Run run) {
    this.run = run.but().folder(null).resume(false).build();
    Vectors all = VectorFiles.read(Catalogue.of(DATA.get(0)).path().orElseThrow());
    Labels labels = LabelFiles.read(Catalogue.of(DATA.get(1)).path().orElseThrow().toString());
    int[] order = Permutation.of(all.n(), run.random("digits"));
    int[] first = Arrays.copyOf(order, TRAIN);
    int[] rest = Arrays.copyOfRange(order, TRAIN, all.n());
    this.train = all.rows(first);
    this.test = all.rows(rest);
    int[] codes = labels.codes();
    this.trainLabels = Arrays.stream(first).map(row -> codes[row]).toArray();
    this.testLabels = Arrays.stream(rest).map(row -> codes[row]).toArray();
  }

  /**
   * How one did.
   *
   * @param f1 macro-F1 with one latent a class
   * @param f1Five with five
   */
  record Figures(
      double trainFvu, double testFvu, double f1, double f1Five, ClassSeparation separation) {
    static Figures mean(List<Figures> all) {
      double n = all.size();
      double[] sums = new double[6];
      for (Figures f : all) {
        double[] own = {
          f.trainFvu,
          f.testFvu,
          f.f1,
          f.f1Five,
          f.separation.distance(),
          f.separation.overDeviation()
        };
        for (int i = 0; i < own.length; i++) {
          sums[i] += own[i] / n;
        }
      }
      return new Figures(sums[0], sums[1], sums[2], sums[3], new ClassSeparation(sums[4], sums[5]));
    }
  }

  Figures linear() {
    TopKConfig config = Options.with(TopKConfig.DEFAULT, common(8));
    return figures(new TopKSae().run(train, config, run).dictionary());
  }

  Figures poly() {
    PolySaeConfig config = Options.with(PolySaeConfig.DEFAULT, common(8.0));
    config = Options.with(config, Map.of("order", 3, "ranks", List.of(64, 16, 16)));
    return figures(new PolySae().run(train, config, run).dictionary());
  }

  /** Both have the same loss for dead latents and the same start of the encoder. */
  private static Map<String, Object> common(Object k) {
    Map<String, Object> common = new HashMap<>();
    common.put("k", k);
    common.put("width", 128);
    common.put("steps", STEPS);
    common.put("batch", 256);
    common.put("learningRate", 2e-3);
    common.put("warmup", 0);
    common.put("normalize", Dictionary.Kind.CENTRE);
    common.put("testShare", 0.0);
    common.put("aux", AuxK.DICTIONARY_LEARNING);
    common.put("auxWeight", 1.0 / 32);
    common.put("deadAfter", 20_000L);
    return common;
  }

  private Figures figures(Dictionary dictionary) {
    SparseAutoencoder sae = SparseAutoencoder.of(dictionary);
    SparseCodes trainCodes = sae.encode(train);
    SparseCodes testCodes = sae.encode(test);
    Evaluator evaluator = new Evaluator(sae);
    SparseProbe probe = new SparseProbe(trainCodes, trainLabels, testCodes, testLabels, 10);
    return new Figures(
        evaluator.fidelity(train, trainCodes).fvu(),
        evaluator.fidelity(test, testCodes).fvu(),
        probe.macroF1(1),
        probe.macroF1(5),
        ClassSeparation.of(testCodes, testLabels, 10));
  }
}
