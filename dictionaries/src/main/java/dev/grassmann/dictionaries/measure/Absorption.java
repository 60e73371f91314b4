package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.LinearSae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rows in which a class's own latents are silent though its probe says yes, and others carry it
 * (SAEBench's absorption, for any classes). A class's main latents are those of a sparse probe that
 * grows while its F1 rises by 0.03 or more.
 *
 * @param full share of the rows that the probe finds in which all main latents are silent, and the
 *     active latent of largest code times cosine has a cosine of at least 0.025 with the probe and
 *     brings at least 40% of the row's projection on it
 * @param fraction the same with up to three latents of a cosine of at least 0.1 together
 * @param split mean number of main latents a class: 1 where none is split
 */
public record Absorption(double full, double fraction, double split) {
  private static final double RISE = 0.03;
  private static final int MOST = 10;
  private static final double COSINE = 0.025;
  private static final double SOME_COSINE = 0.1;
  private static final int ABSORBERS = 3;
  private static final double SHARE = 0.4;

  static Absorption of(
      LinearSae sae,
      Vectors vectors,
      SparseCodes codes,
      Labels labels,
      Halves halves,
      LinearReadout probes) {
    SparseProbe sparse = halves.probe(codes, labels);
    SparseCodes test = Halves.codes(codes, halves.test());
    int[] testLabels = Halves.labels(labels, halves.test());
    float[] rows = vectors.rows(halves.test()).toArray();
    float[] mean = mean(vectors.rows(halves.train()));
    float[] scores = probes.scores(rows, testLabels.length);
    int classes = probes.classes();
    double found = 0;
    double full = 0;
    double fraction = 0;
    double split = 0;
    for (int label = 0; label < classes; label++) {
      int[] main = mainLatents(sparse, label);
      split += (double) main.length / classes;
      float[] w = probes.direction(label);
      for (int row = 0; row < testLabels.length; row++) {
        if (testLabels[row] != label || scores[row * classes + label] <= 0) {
          continue;
        }
        found++;
        Row one = new Row(sae, test, row, w, projection(rows, row, w, mean));
        if (one.silent(main)) {
          full += one.absorbed() ? 1 : 0;
          fraction += one.absorbedByFew() ? 1 : 0;
        }
      }
    }
    return found == 0
        ? new Absorption(Double.NaN, Double.NaN, split)
        : new Absorption(full / found, fraction / found, split);
  }

  /**
   * Only latents that are larger inside of the class: one that is silent there would make every row
   * look absorbed.
   */
  private static int[] mainLatents(SparseProbe sparse, int label) {
    int[] order = sparse.speaking(label, MOST);
    int k = Math.min(1, order.length);
    double f1 = sparse.f1(label, Arrays.copyOf(order, k));
    while (k < order.length) {
      double next = sparse.f1(label, Arrays.copyOf(order, k + 1));
      if (next - f1 < RISE) {
        break;
      }
      f1 = next;
      k++;
    }
    return Arrays.copyOf(order, k);
  }

  private static float[] mean(Vectors rows) {
    double[] sum = new double[rows.d()];
    float[] row = new float[rows.d()];
    for (int i = 0; i < rows.n(); i++) {
      rows.copyRow(i, row);
      for (int c = 0; c < row.length; c++) {
        sum[c] += row[c];
      }
    }
    for (int c = 0; c < row.length; c++) {
      row[c] = (float) (sum[c] / rows.n());
    }
    return row;
  }

  private static double projection(float[] rows, int row, float[] w, float[] mean) {
    double sum = 0;
    for (int c = 0; c < w.length; c++) {
      sum += (rows[row * w.length + c] - (double) mean[c]) * w[c];
    }
    return sum;
  }

  /** A row whose class the probe finds. */
  private record Row(LinearSae sae, SparseCodes codes, int row, float[] w, double projection) {
    private record Part(double cosine, double brings) {}

    boolean silent(int[] latents) {
      for (int latent : latents) {
        if (codes.value(row, latent) != 0) {
          return false;
        }
      }
      return true;
    }

    /** Active latents by what they bring, the most first. */
    private List<Part> parts() {
      List<Part> parts = new ArrayList<>();
      double length = 0;
      for (float x : w) {
        length += (double) x * x;
      }
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        double product = 0;
        double square = 0;
        for (int c = 0; c < w.length; c++) {
          double u = sae.directions()[codes.latent(e) * w.length + c];
          product += u * w[c];
          square += u * u;
        }
        double norms = Math.sqrt(square * length);
        parts.add(new Part(norms == 0 ? 0 : product / norms, codes.value(e) * product));
      }
      parts.sort(Comparator.comparingDouble((Part part) -> -part.brings()));
      return parts;
    }

    boolean absorbed() {
      List<Part> parts = parts();
      return !parts.isEmpty()
          && parts.get(0).cosine() >= COSINE
          && parts.get(0).brings() >= SHARE * projection;
    }

    boolean absorbedByFew() {
      double together =
          parts().stream()
              .filter(part -> part.cosine() >= SOME_COSINE)
              .limit(ABSORBERS)
              .mapToDouble(Part::brings)
              .sum();
      return together > 0 && together >= SHARE * projection;
    }
  }
}
