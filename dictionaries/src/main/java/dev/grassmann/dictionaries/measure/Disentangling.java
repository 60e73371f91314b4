package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether few latents hold one attribute and not another (after RAVEL, Huang et al. 2024): a row
 * gets the codes of an attribute's latents from a row that differs in both attributes. Cause: a
 * readout now says the other row's value. Isolation: the readout of the other attribute still says
 * the row's own. The figure is the mean of the four; 0.5 is what changing nothing gives, or
 * everything.
 *
 * <p>A latent is an attribute's by the variance between the values' mean codes, less that between
 * the other attribute's, times its squared norm: chosen in one pass, where RAVEL learns a mask.
 */
final class Disentangling {
  private static final int TRIES = 64;

  private final Labels[] attributes;
  private final LinearReadout[] readouts = new LinearReadout[2];
  private final int[][] order = new int[2][];
  private final int[][] own = new int[2][];
  private final int[] source;
  private final boolean[] paired;
  private final CodeEdit edit;

  Disentangling(
      LinearSae sae, Vectors vectors, SparseCodes codes, Labels first, Labels second, Run run) {
    this.attributes = new Labels[] {first, second};
    Halves halves = Halves.of(vectors.n());
    Vectors rows = vectors.rows(halves.train());
    SparseCodes train = Halves.codes(codes, halves.train());
    double[][] between = new double[2][];
    for (int a = 0; a < 2; a++) {
      int[] labels = Halves.labels(attributes[a], halves.train());
      readouts[a] =
          LinearReadout.fit(rows, labels, attributes[a].classes(), LinearReadout.Loss.SOFTMAX, run);
      between[a] = betweenValues(sae, train, labels, attributes[a].classes());
      own[a] = Halves.labels(attributes[a], halves.test());
    }
    for (int a = 0; a < 2; a++) {
      double[] mine = between[a];
      double[] others = between[1 - a];
      order[a] =
          IntStream.range(0, codes.features())
              .boxed()
              .filter(j -> mine[j] > others[j])
              .sorted(Comparator.comparingDouble((Integer j) -> others[j] - mine[j]))
              .mapToInt(j -> j)
              .toArray();
    }
    this.edit =
        new CodeEdit(
            sae, Halves.codes(codes, halves.test()), vectors.rows(halves.test()).toArray());
    this.source = new int[own[0].length];
    this.paired = new boolean[source.length];
    pair(run.random("rows that give codes"));
  }

  /** Gives each row one that differs in both attributes; rows that find none are not judged. */
  private void pair(SplittableRandom random) {
    for (int row = 0; row < source.length; row++) {
      source[row] = row;
      for (int tried = 0; tried < TRIES && !paired[row]; tried++) {
        int other = random.nextInt(source.length);
        if (own[0][other] != own[0][row] && own[1][other] != own[1][row]) {
          source[row] = other;
          paired[row] = true;
        }
      }
    }
  }

  /**
   * Shares of rows, by the attribute that is changed.
   *
   * @param cause readout of the changed attribute says the other row's value
   * @param isolation readout of the other attribute says the row's own
   */
  record Change(double cause, double isolation) {}

  /** What swapping an attribute's first latents does. */
  Change change(int attribute, int latents) {
    int[] chosen = Arrays.copyOf(order[attribute], Math.min(latents, order[attribute].length));
    float[] edited = edit.swapped(chosen, source);
    int other = 1 - attribute;
    int[] now = says(attribute, edited);
    int[] still = says(other, edited);
    double cause = 0;
    double isolation = 0;
    double count = 0;
    for (int row = 0; row < source.length; row++) {
      if (paired[row]) {
        count++;
        cause += now[row] == own[attribute][source[row]] ? 1 : 0;
        isolation += still[row] == own[other][row] ? 1 : 0;
      }
    }
    return new Change(cause / count, isolation / count);
  }

  /** Mean of cause and isolation of both attributes; NaN where no two rows differ in both. */
  double score(int latents) {
    double sum = 0;
    for (int a = 0; a < 2; a++) {
      Change change = change(a, latents);
      sum += (change.cause() + change.isolation()) / 4;
    }
    return sum;
  }

  private int[] says(int attribute, float[] rows) {
    int n = source.length;
    int classes = attributes[attribute].classes();
    float[] scores = readouts[attribute].scores(rows, n);
    int[] best = new int[n];
    for (int row = 0; row < n; row++) {
      for (int c = 1; c < classes; c++) {
        best[row] = scores[row * classes + c] > scores[row * classes + best[row]] ? c : best[row];
      }
    }
    return best;
  }

  /** For each latent the variance of its values' mean codes, in the units of the vectors. */
  private static double[] betweenValues(
      LinearSae sae, SparseCodes codes, int[] labels, int classes) {
    int features = codes.features();
    double[] sums = new double[features * classes];
    double[] counts = new double[classes];
    for (int row = 0; row < codes.n(); row++) {
      counts[labels[row]]++;
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        sums[codes.latent(e) * classes + labels[row]] += codes.value(e);
      }
    }
    double[] between = new double[features];
    for (int j = 0; j < features; j++) {
      double mean = 0;
      double square = 0;
      for (int c = 0; c < classes; c++) {
        double sum = sums[j * classes + c];
        mean += sum / codes.n();
        square += counts[c] == 0 ? 0 : sum * sum / counts[c] / codes.n();
      }
      double norm = 0;
      for (int c = 0; c < sae.d(); c++) {
        double x = sae.directions()[j * sae.d() + c];
        norm += x * x;
      }
      between[j] = (square - mean * mean) * norm;
    }
    return between;
  }
}
