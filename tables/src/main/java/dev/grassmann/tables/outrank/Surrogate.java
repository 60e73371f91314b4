package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * 1 + the median over two stratified folds of the negative log-loss of a small model of the second
 * column on the one-hot first: what the column is worth to a learner. Classes are learnt one
 * against the rest, their probabilities divided by their sum.
 */
final class Surrogate implements Scorer {
  private static final int FOLDS = 2;
  private static final int PLATT_FOLDS = 5;
  private static final int DIRECTIONS = 8;
  private static final int PROJECTED = 1_024;
  private static final int MOST_CLASSES = 1_000;

  /** No probability is taken for smaller than this; scikit-learn clips there too. */
  private static final double SMALLEST = Math.ulp(1.0);

  private final Heuristic model;
  private final Run run;

  Surrogate(Heuristic model, Run run) {
    this.model = model;
    this.run = run;
  }

  @Override
  public double score(Codes first, Codes second, int batch, Scratch scratch) {
    return score(first, model == Heuristic.SURROGATE_SVM ? null : points(first), second);
  }

  /**
   * The score of several columns together, each one-hot beside the others.
   *
   * @param together at least one
   * @throws InputException for a model that looks at one column only
   */
  double score(List<Codes> together, Codes second) {
    Codes joint = together.get(0);
    for (Codes column : together.subList(1, together.size())) {
      joint = joint.and(column);
    }
    int[][] members = new int[joint.values()][together.size()];
    int from = 0;
    for (int k = 0; k < together.size(); k++) {
      Codes column = together.get(k);
      for (int row = 0; row < joint.rows(); row++) {
        members[joint.code()[row]][k] = from + column.code()[row];
      }
      from += column.values();
    }
    Points single = model == Heuristic.SURROGATE_SGD_RP ? projected(from) : Points.oneHot(from);
    return score(joint, Points.sums(single, members), second);
  }

  private double score(Codes first, Points points, Codes second) {
    if (second.values() > MOST_CLASSES) {
      throw new InputException(
          String.format(Locale.ROOT, "a model of %,d classes was asked for", second.values()),
          "--heuristic",
          "give a target of at most 1,000 values, or --target-bins");
    }
    int[] fold = folds(second, FOLDS);
    double[] losses = new double[FOLDS];
    for (int f = 0; f < FOLDS; f++) {
      losses[f] = loss(first, points, second, fold, f);
    }
    return 1 - Outcome.median(losses);
  }

  /**
   * Rows of each class go to the folds in equal, consecutive shares; which fold gets an odd row is
   * dealt out over the classes in turn, so that the folds are equally large too.
   */
  private static int[] folds(Codes classes, int folds) {
    int[][] left = new int[classes.values()][folds];
    int dealt = 0;
    for (int c = 0; c < left.length; c++) {
      for (int i = 0; i < classes.size()[c]; i++) {
        left[c][dealt++ % folds]++;
      }
    }
    int[] fold = new int[classes.rows()];
    for (int i = 0; i < fold.length; i++) {
      int[] open = left[classes.code()[i]];
      while (open[fold[i]] == 0) {
        fold[i]++;
      }
      open[fold[i]]--;
    }
    return fold;
  }

  private double loss(Codes x, Points points, Codes y, int[] fold, int tested) {
    int classes = y.values();
    int[][] counts = counts(x, y, fold, tested);
    double[][] probability = new double[classes][];
    for (int c = 0; c < classes; c++) {
      // of two classes, one says it all
      probability[c] =
          classes == 2 && c == 1
              ? Arrays.stream(probability[0]).map(p -> 1 - p).toArray()
              : ofClass(counts[c], total(counts), x, points);
    }
    double sum = 0;
    int rows = 0;
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] == tested) {
        int v = x.code()[i];
        double all = 0;
        for (double[] p : probability) {
          all += p[v];
        }
        double p = probability[y.code()[i]][v] / all;
        sum -= Math.log(Math.max(SMALLEST, Math.min(1 - SMALLEST, p)));
        rows++;
      }
    }
    return rows == 0 ? 0 : sum / rows;
  }

  private double[] ofClass(int[] positive, int[] total, Codes x, Points points) {
    return points == null
        ? platt(positive, total, x.values())
        : Logistic.probabilities(points, positive, total);
  }

  private Points points(Codes x) {
    return switch (model) {
      case SURROGATE_SGD_SVD ->
          x.values() > 2 ? Points.leading(x.size(), DIRECTIONS) : Points.oneHot(x.values());
      case SURROGATE_SGD_RP -> projected(x.values());
      default -> Points.oneHot(x.values());
    };
  }

  private Points projected(int values) {
    SplittableRandom random = run.random("outrank projection of " + values);
    return Points.projected(values, Math.min(values, PROJECTED), random);
  }

  /**
   * Probabilities from a machine's decisions (Platt 1999): the decision of each row comes from a
   * machine that has not seen it, and a logistic curve is fitted to them.
   */
  private static double[] platt(int[] positive, int[] total, int values) {
    int[] negative = minus(total, positive);
    double[] decisions = ValueSvm.decisions(positive, negative, values);
    double[][] unseen = new double[PLATT_FOLDS][];
    int[][] heldPositive = new int[PLATT_FOLDS][];
    int[][] heldNegative = new int[PLATT_FOLDS][];
    for (int f = 0; f < PLATT_FOLDS; f++) {
      heldPositive[f] = share(positive, f);
      heldNegative[f] = share(negative, f);
      unseen[f] =
          ValueSvm.decisions(
              minus(positive, heldPositive[f]), minus(negative, heldNegative[f]), values);
    }
    return PlattCurve.of(unseen, heldPositive, heldNegative).probabilities(decisions);
  }

  /** Every fifth of a value's rows, starting at another place for each value. */
  private static int[] share(int[] counts, int fold) {
    int[] share = new int[counts.length];
    int before = 0;
    for (int v = 0; v < counts.length; v++) {
      int first = Math.floorMod(fold - before, PLATT_FOLDS);
      share[v] = counts[v] <= first ? 0 : (counts[v] - first - 1) / PLATT_FOLDS + 1;
      before += counts[v];
    }
    return share;
  }

  private static int[][] counts(Codes x, Codes y, int[] fold, int tested) {
    int[][] counts = new int[y.values()][x.values()];
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] != tested) {
        counts[y.code()[i]][x.code()[i]]++;
      }
    }
    return counts;
  }

  private static int[] total(int[][] counts) {
    int[] total = new int[counts[0].length];
    for (int[] row : counts) {
      for (int v = 0; v < total.length; v++) {
        total[v] += row[v];
      }
    }
    return total;
  }

  private static int[] minus(int[] a, int[] b) {
    int[] difference = new int[a.length];
    for (int v = 0; v < a.length; v++) {
      difference[v] = a[v] - b[v];
    }
    return difference;
  }
}
