package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * MP-SAE against TopK on 1,797 handwritten digits of 8 × 8 pixels: 1,500 are learnt from, 297 are
 * measured on, with 256 features and k = 4.
 */
final class DigitsExperiment {
  static final String DATA = "digits8x8";
  static final int K = 4;
  static final List<Integer> SWEEP = List.of(1, 2, 4, 8, 16, 32, 64);
  private static final int TRAIN = 1500;

  private final Vectors test;
  private final SparseAutoencoder pursuit;
  private final SparseAutoencoder topK;

  DigitsExperiment(Run run) {
    Vectors all = VectorFiles.read(Catalogue.of(DATA).path().orElseThrow());
    int[] order = Permutation.of(all.n(), run.random("digits"));
    Vectors train = all.rows(Arrays.copyOf(order, TRAIN));
    this.test = all.rows(Arrays.copyOfRange(order, TRAIN, all.n()));
    Map<String, Object> common =
        Map.of(
            "width",
            256,
            "k",
            K,
            "steps",
            3000,
            "batch",
            256,
            "learningRate",
            2e-3,
            "beta1",
            0.9,
            "beta2",
            0.999,
            "normalize",
            Dictionary.Kind.CENTRE,
            "testShare",
            0.0);
    MpSaeConfig mp = Options.with(MpSaeConfig.DEFAULT, common);
    mp = Options.with(mp, Map.of("bias", false, "weightDecay", 0.0));
    this.pursuit = SparseAutoencoder.of(new MpSae().run(train, mp, run).dictionary());
    TopKConfig topk = Options.with(TopKConfig.DEFAULT, common);
    topk = Options.with(topk, Map.of("warmup", 0, "coolDown", 0.0));
    this.topK = SparseAutoencoder.of(new TopKSae().run(train, topk, run).dictionary());
  }

  /** Explained variance of the test digits, MP-SAE's with a k of one's choice. */
  double pursuitExplains(int k) {
    return explains(pursuit, k);
  }

  double topKExplains(int k) {
    return explains(topK, k);
  }

  private double explains(SparseAutoencoder sae, int k) {
    return new Evaluator(sae).fidelity(test, sae.encode(test, k)).explainedVariance();
  }

  /** Test digits whose error never rises from one k of the sweep to the next. */
  int rowsThatOnlyFall() {
    double[][] errors = SWEEP.stream().map(this::errors).toArray(double[][]::new);
    int falling = 0;
    for (int row = 0; row < test.n(); row++) {
      boolean falls = true;
      for (int step = 1; step < errors.length; step++) {
        // the room is that of a float32 sum of squares of 64 pixels
        falls &= errors[step][row] <= errors[step - 1][row] * (1 + 1e-6);
      }
      falling += falls ? 1 : 0;
    }
    return falling;
  }

  int testRows() {
    return test.n();
  }

  private double[] errors(int k) {
    SparseCodes codes = pursuit.encode(test, k);
    float[] row = new float[test.d()];
    float[] reconstruction = new float[test.d()];
    double[] errors = new double[test.n()];
    for (int i = 0; i < test.n(); i++) {
      test.copyRow(i, row);
      pursuit.reconstruct(codes, i, row, reconstruction);
      for (int c = 0; c < row.length; c++) {
        errors[i] += ((double) row[c] - reconstruction[c]) * ((double) row[c] - reconstruction[c]);
      }
    }
    return errors;
  }
}
