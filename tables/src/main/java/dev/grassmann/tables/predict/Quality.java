package dev.grassmann.tables.predict;

import dev.grassmann.tables.Outcomes;
import java.util.Arrays;

/** How good predictions are. */
public final class Quality {
  private Quality() {}

  /** Share of the outcomes' variance that is explained, at most 1; 0 for the mean. */
  public static double explained(double[] predicted, double[] truth) {
    double off = 0;
    for (int i = 0; i < truth.length; i++) {
      off += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
    }
    return explained(off, truth);
  }

  /** The same from the sum of squared errors. */
  static double explained(double off, double[] truth) {
    double mean = Arrays.stream(truth).average().orElseThrow();
    double all = 0;
    for (double value : truth) {
      all += (value - mean) * (value - mean);
    }
    return all > 0 ? 1 - off / all : off > 0 ? 0 : 1;
  }

  /** Share of rows whose class is right. */
  public static double accuracy(double[][] outputs, int[] truth) {
    int right = 0;
    for (int row = 0; row < truth.length; row++) {
      right += answer(outputs, row) == truth[row] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  /**
   * The mean over classes of F1, the harmonic mean of precision and recall; classes that neither
   * occur nor are given do not count.
   */
  public static double macroF1(double[][] outputs, int[] truth) {
    int[] hits = new int[outputs.length];
    int[] given = new int[outputs.length];
    int[] occurring = new int[outputs.length];
    for (int row = 0; row < truth.length; row++) {
      int answer = answer(outputs, row);
      given[answer]++;
      occurring[truth[row]]++;
      hits[answer] += answer == truth[row] ? 1 : 0;
    }
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < outputs.length; c++) {
      if (given[c] + occurring[c] > 0) {
        sum += 2.0 * hits[c] / (given[c] + occurring[c]);
        classes++;
      }
    }
    return sum / classes;
  }

  /** The measure that outcomes are judged by: macro F1 for classes, explained variance else. */
  public static double of(double[][] outputs, Outcomes truth) {
    return truth instanceof Outcomes.Classes classes
        ? macroF1(outputs, classes.codes())
        : explained(outputs[0], ((Outcomes.Numbers) truth).values());
  }

  private static int answer(double[][] outputs, int row) {
    int best = 0;
    for (int c = 1; c < outputs.length; c++) {
      if (outputs[c][row] > outputs[best][row]) {
        best = c;
      }
    }
    return best;
  }
}
