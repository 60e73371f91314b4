package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Assignment;
import dev.grassmann.engine.linalg.KMeans;
import java.util.Arrays;

/**
 * The paper's protocol: what chosen columns are worth to a classifier and to a clustering.
 *
 * @param cells all rows, scaled
 * @param codes class of each row
 * @param classes number of classes
 * @param train rows that columns are chosen and classifiers trained on
 * @param test the others
 */
record Judgement(Cells cells, int[] codes, int classes, int[] train, int[] test) {
  private static final int TREES = 50;
  private static final int RESTARTS = 10;

  /** Deals rows at random, four fifths of them to the training. */
  static Judgement split(Cells cells, int[] codes, int classes, Run run) {
    int[] order = Permutation.fromTheEnd(codes.length, run.random("quickselection split"));
    int held = (order.length + 4) / 5;
    int[] test = Arrays.copyOf(order, held);
    int[] train = Arrays.copyOfRange(order, held, order.length);
    Arrays.sort(test);
    Arrays.sort(train);
    return new Judgement(cells, codes, classes, train, test);
  }

  /** Accuracy on the test rows of 50 extremely randomised trees that see these columns only. */
  double classification(int[] chosen, Run run) {
    return ExtraTrees.grow(picked(chosen, train), codes(train), classes, TREES, run)
        .accuracy(picked(chosen, test), codes(test));
  }

  /**
   * Share of the training rows in the right cluster, clusters matched one to one with classes as
   * well as can be: k-means on these columns, the mean of ten single starts.
   */
  double clustering(int[] chosen, Run run) {
    float[][] columns = picked(chosen, train);
    float[] rows = new float[train.length * chosen.length];
    for (int c = 0; c < chosen.length; c++) {
      for (int i = 0; i < train.length; i++) {
        rows[i * chosen.length + c] = columns[c][i];
      }
    }
    Vectors points = Vectors.of(rows, train.length, chosen.length);
    int[] truth = codes(train);
    double sum = 0;
    for (int start = 0; start < RESTARTS; start++) {
      Run own = run.but().seed(run.seed() * RESTARTS + start).build();
      int[] labels = new KMeans(classes, 1, 300, 1e-4).fit(points, own).labels();
      sum += matched(labels, truth);
    }
    return sum / RESTARTS;
  }

  private double matched(int[] labels, int[] truth) {
    double[][] together = new double[classes][classes];
    for (int i = 0; i < labels.length; i++) {
      together[labels[i]][truth[i]]++;
    }
    int[] classOf = Assignment.maximise(together);
    double right = 0;
    for (int k = 0; k < classes; k++) {
      right += together[k][classOf[k]];
    }
    return right / labels.length;
  }

  private int[] codes(int[] rows) {
    return Arrays.stream(rows).map(row -> codes[row]).toArray();
  }

  private float[][] picked(int[] chosen, int[] rows) {
    float[][] columns = new float[chosen.length][rows.length];
    float[] row = new float[cells.columns()];
    for (int i = 0; i < rows.length; i++) {
      cells.copyRow(rows[i], row);
      for (int c = 0; c < chosen.length; c++) {
        columns[c][i] = row[chosen[c]];
      }
    }
    return columns;
  }
}
