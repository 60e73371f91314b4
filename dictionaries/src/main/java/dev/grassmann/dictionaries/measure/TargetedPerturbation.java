package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.LinearSae;
import java.util.Comparator;
import java.util.stream.IntStream;

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
  private final SparseCodes test;
  private final int[] testLabels;
  private final float[] rows;
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
    this.test = Halves.codes(codes, halves.test());
    this.testLabels = Halves.labels(labels, halves.test());
    this.rows = vectors.rows(halves.test()).toArray();
    this.intact = accuracies(rows);
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
      double[] left = accuracies(without(latents(label, n)));
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
    double[] effect = new double[train.features()];
    double inside = 0;
    for (int own : trainLabels) {
      inside += own == label ? 1 : 0;
    }
    double outside = Math.max(1, trainLabels.length - inside);
    for (int row = 0; row < train.n(); row++) {
      double weight = trainLabels[row] == label ? 1 / Math.max(1, inside) : -1 / outside;
      for (int e = train.start(row); e < train.start(row + 1); e++) {
        effect[train.latent(e)] += weight * train.value(e);
      }
    }
    float[] direction = probes.direction(label);
    for (int j = 0; j < effect.length; j++) {
      double product = 0;
      for (int c = 0; c < direction.length; c++) {
        product += (double) direction[c] * sae.directions()[j * direction.length + c];
      }
      effect[j] *= product;
    }
    return IntStream.range(0, effect.length)
        .boxed()
        .filter(j -> effect[j] > 0)
        .sorted(Comparator.comparingDouble((Integer j) -> -effect[j]))
        .limit(n)
        .mapToInt(j -> j)
        .toArray();
  }

  private float[] without(int[] latents) {
    boolean[] gone = new boolean[test.features()];
    for (int latent : latents) {
      gone[latent] = true;
    }
    int d = sae.d();
    float[] left = rows.clone();
    for (int row = 0; row < test.n(); row++) {
      for (int e = test.start(row); e < test.start(row + 1); e++) {
        if (gone[test.latent(e)]) {
          for (int c = 0; c < d; c++) {
            left[row * d + c] -= test.value(e) * sae.directions()[test.latent(e) * d + c];
          }
        }
      }
    }
    return left;
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
