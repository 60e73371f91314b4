package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.engine.linalg.Assignment;

/**
 * How well a learnt dictionary agrees with the tree that made the data. Learnt atoms are matched
 * with true features one to one, by the largest sum of cosines.
 *
 * @param minCosine smallest cosine of a true feature with its learnt atom
 * @param absorption mean cosine of a child's learnt atom with the child's true parent; 0 where none
 *     is absorbed
 * @param fvu fraction of variance unexplained, on samples that were not learnt from
 * @param l0 latents a sample
 * @param trueL0 features that were active in a sample
 */
record TreeRecovery(double minCosine, double absorption, double fvu, double l0, double trueL0) {
  private static final int SAMPLES = 20_000;

  static TreeRecovery of(Dictionary dictionary, ToyTree tree, Run run) {
    ToyTree.Sample test = tree.sample(SAMPLES, run.random("tree test"));
    Vectors vectors = Vectors.of(test.x(), SAMPLES, ToyTree.FEATURES);
    SparseAutoencoder sae = SparseAutoencoder.of(dictionary, run);
    SparseCodes codes = sae.encode(vectors);
    double fvu = new Evaluator(sae).fidelity(vectors, codes).fvu();
    float[] truth = tree.dictionary();
    double[][] cosines = cosines(truth, dictionary);
    int[] learnt = Assignment.maximise(cosines);
    double least = 1;
    for (int i = 0; i < ToyTree.FEATURES; i++) {
      least = Math.min(least, cosines[i][learnt[i]]);
    }
    double absorption = 0;
    for (int family = 0; family < ToyTree.FAMILIES; family++) {
      for (int child = 0; child < ToyTree.CHILDREN; child++) {
        absorption += cosines[family][learnt[ToyTree.child(family, child)]];
      }
    }
    absorption /= ToyTree.FAMILIES * ToyTree.CHILDREN;
    return new TreeRecovery(least, absorption, fvu, codes.l0(), test.meanL0());
  }

  /** Whether the tree's features are among the atoms, each alone. */
  boolean found() {
    return minCosine >= 0.999 && Math.abs(absorption) <= 0.005 && fvu <= 1e-3;
  }

  /** Whether, besides, codes have as many latents as samples have features. */
  boolean exact() {
    return found() && Math.abs(l0 - trueL0) <= 0.005;
  }

  private static double[][] cosines(float[] truth, Dictionary dictionary) {
    int d = ToyTree.FEATURES;
    double[][] cosines = new double[d][dictionary.features()];
    float[] atom = new float[d];
    for (int j = 0; j < dictionary.features(); j++) {
      dictionary.atoms().copyRow(j, atom);
      double norm = 0;
      for (int c = 0; c < d; c++) {
        norm += (double) atom[c] * atom[c];
      }
      for (int i = 0; i < d; i++) {
        double product = 0;
        for (int c = 0; c < d; c++) {
          product += (double) truth[i * d + c] * atom[c];
        }
        cosines[i][j] = norm == 0 ? 0 : product / Math.sqrt(norm);
      }
    }
    return cosines;
  }
}
