package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.measure.LinearReadout.Loss;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether one class can be made to be forgotten and the others kept (after SAEBench's unlearning).
 * Latents that are active for the class most often and hardly ever for others are turned round:
 * code → -m · code, for several m, numbers of latents and bounds of "hardly ever". The figure is
 * the largest share of the class's rows that a softmax regression loses while it keeps 99 % of the
 * others that it had right, averaged over classes.
 */
final class Unlearning {
  private static final double[] RETAINED = {0.001, 0.01};
  private static final int[] LATENTS = {1, 5, 10, 20};
  private static final float[] TURNED = {0, -1, -4, -16};
  private static final double KEPT = 0.99;

  private Unlearning() {}

  static double of(LinearSae sae, Vectors vectors, SparseCodes codes, Labels labels, Run run) {
    Halves halves = Halves.of(vectors.n());
    int classes = labels.classes();
    int[] trainLabels = Halves.labels(labels, halves.train());
    int[] testLabels = Halves.labels(labels, halves.test());
    LinearReadout readout =
        LinearReadout.fit(vectors.rows(halves.train()), trainLabels, classes, Loss.SOFTMAX, run);
    CodeEdit edit =
        new CodeEdit(
            sae, Halves.codes(codes, halves.test()), vectors.rows(halves.test()).toArray());
    double[][] densities = densities(Halves.codes(codes, halves.train()), trainLabels, classes);
    boolean[] intact = right(readout, edit.rows(), testLabels);
    double sum = 0;
    for (int forgotten = 0; forgotten < classes; forgotten++) {
      double best = 0;
      for (double retained : RETAINED) {
        int[] order = order(densities[forgotten], densities[classes + forgotten], retained);
        for (int latents : LATENTS) {
          int[] chosen = java.util.Arrays.copyOf(order, Math.min(latents, order.length));
          for (float turned : TURNED) {
            boolean[] now = right(readout, edit.scaled(chosen, turned), testLabels);
            double own = kept(intact, now, testLabels, forgotten, true);
            double others = kept(intact, now, testLabels, forgotten, false);
            best = others >= KEPT ? Math.max(best, 1 - own) : best;
          }
        }
      }
      sum += best / classes;
    }
    return sum;
  }

  /** Share of a class's rows in which each latent is active; then the same of all other rows. */
  private static double[][] densities(SparseCodes codes, int[] labels, int classes) {
    double[] counts = new double[classes];
    double[][] active = new double[2 * classes][codes.features()];
    double[] all = new double[codes.features()];
    for (int row = 0; row < codes.n(); row++) {
      counts[labels[row]]++;
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        active[labels[row]][codes.latent(e)]++;
        all[codes.latent(e)]++;
      }
    }
    for (int c = 0; c < classes; c++) {
      for (int j = 0; j < all.length; j++) {
        active[classes + c][j] = (all[j] - active[c][j]) / Math.max(1, codes.n() - counts[c]);
        active[c][j] /= Math.max(1, counts[c]);
      }
    }
    return active;
  }

  private static int[] order(double[] own, double[] others, double retained) {
    return IntStream.range(0, own.length)
        .boxed()
        .filter(j -> own[j] > 0 && others[j] <= retained)
        .sorted(Comparator.comparingDouble((Integer j) -> -own[j]))
        .mapToInt(j -> j)
        .toArray();
  }

  private static boolean[] right(LinearReadout readout, float[] rows, int[] labels) {
    int classes = readout.classes();
    float[] scores = readout.scores(rows, labels.length);
    boolean[] right = new boolean[labels.length];
    for (int row = 0; row < labels.length; row++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = scores[row * classes + c] > scores[row * classes + best] ? c : best;
      }
      right[row] = best == labels[row];
    }
    return right;
  }

  /** Share that is still right of the rows that were: of a class, or of all others. */
  private static double kept(
      boolean[] before, boolean[] now, int[] labels, int label, boolean own) {
    double were = 0;
    double are = 0;
    for (int row = 0; row < now.length; row++) {
      if (before[row] && (labels[row] == label) == own) {
        were++;
        are += now[row] ? 1 : 0;
      }
    }
    return were == 0 ? 1 : are / were;
  }
}
