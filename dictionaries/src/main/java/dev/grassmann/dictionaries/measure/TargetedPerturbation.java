package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.LinearSae;

/**
 * Targeted probe perturbation (SAEBench): take the n latents that speak most for a class out of the
 * vectors, and see whether the probe of that class loses more than the probes of others. Latents
 * are chosen on the rows learnt from, by the difference of their mean codes inside and outside of
 * the class times what they add to the probe. The rest of each vector, the dictionary's error
 * included, stays.
 */
final class TargetedPerturbation {
  private final LinearSae sae;
  private final LinearReadout probes;
  private final SparseCodes train;
  private final int[] trainLabels;
  private final int[] testLabels;
  private final CodeEdit edit;
  private final double[] intact;

  TargetedPerturbation(
      LinearSae sae,
      Vectors vectors,
      SparseCodes codes,
      Labels labels,
      Halves halves,
      LinearReadout probes) {
    this.sae = sae;
    this.probes = probes;
    this.train = Halves.codes(codes, halves.train());
    this.trainLabels = Halves.labels(labels, halves.train());
    this.testLabels = Halves.labels(labels, halves.test());
    this.edit =
        new CodeEdit(
            sae, Halves.codes(codes, halves.test()), vectors.rows(halves.test()).toArray());
    this.intact = accuracies(edit.rows());
  }

  /**
   * Mean loss of a class's own probe less the mean loss of the others, in balanced accuracy: 0
   * where latents say nothing of their class alone, at most 0.5.
   */
  double score(int n) {
    int classes = probes.classes();
    double own = 0;
    double others = 0;
    for (int label = 0; label < classes; label++) {
      double[] left = accuracies(edit.scaled(latents(label, n), 0));
      for (int other = 0; other < classes; other++) {
        double lost = intact[other] - left[other];
        if (other == label) {
          own += lost / classes;
        } else {
          others += lost / (classes * (classes - 1.0));
        }
      }
    }
    return own - others;
  }

  private int[] latents(int label, int n) {
    boolean[] inside = new boolean[trainLabels.length];
    for (int row = 0; row < inside.length; row++) {
      inside[row] = trainLabels[row] == label;
    }
    return ProbeEffects.strongest(sae, train, inside, probes.direction(label), n);
  }

  /** Balanced accuracy of each class's probe: mean of the shares right inside and outside. */
  private double[] accuracies(float[] vectors) {
    int classes = probes.classes();
    float[] scores = probes.scores(vectors, testLabels.length);
    double[] accuracy = new double[classes];
    for (int label = 0; label < classes; label++) {
      double[] right = new double[2];
      double[] count = new double[2];
      for (int row = 0; row < testLabels.length; row++) {
        int is = testLabels[row] == label ? 1 : 0;
        count[is]++;
        right[is] += scores[row * classes + label] > 0 == (is == 1) ? 1 : 0;
      }
      accuracy[label] = (right[0] / Math.max(1, count[0]) + right[1] / Math.max(1, count[1])) / 2;
    }
    return accuracy;
  }
}
