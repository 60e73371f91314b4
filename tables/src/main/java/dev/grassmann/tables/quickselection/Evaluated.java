package dev.grassmann.tables.quickselection;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.util.Locale;

/**
 * What the chosen columns are worth by the paper's protocol, beside what others would choose.
 *
 * @param judgement all rows, by the scales of those that were trained on
 * @param training those
 * @param factor by which each column was scaled
 * @param scores of the trained columns
 * @param chosen how many columns are chosen
 */
record Evaluated(
    Judgement judgement, Cells training, double[] factor, double[] scores, int chosen) {
  private static final int NEIGHBOURS = 5;

  /** Rows among which neighbours are looked for: a graph of more costs more than the training. */
  private static final int MOST_ROWS = 20_000;

  /** Writes {@code evaluation.csv} and says the line of the choice. */
  void write(Run run) {
    double[] variances = variances();
    double[] random = run.random("random columns").doubles(scores.length).toArray();
    StringBuilder csv = new StringBuilder("columns,chosen_by,classification,clustering\n");
    String said = "";
    for (int k : new int[] {Math.max(1, chosen / 4), Math.max(1, chosen / 2), chosen}) {
      String line = line(k, "quickselection", scores, run, csv);
      said = k == chosen ? line : said;
      line(k, "variance", variances, run, csv);
      line(k, "random", random, run, csv);
    }
    if (training.rows() <= MOST_ROWS) {
      line(chosen, "laplacian-score", LaplacianScore.of(rows(), NEIGHBOURS, run), run, csv);
    }
    String all = line(scores.length, "all", scores, run, csv);
    run.warn(said + "; with all " + all);
    run.folder().ifPresent(folder -> write(folder, csv.toString()));
  }

  private static void write(RunFolder folder, String csv) {
    folder.writeText("evaluation.csv", csv);
  }

  private String line(int k, String by, double[] score, Run run, StringBuilder csv) {
    int[] columns = Experiment.top(score, k);
    double classification = judgement.classification(columns, run);
    double clustering = judgement.clustering(columns, run);
    csv.append(k).append(',').append(by).append(',').append(classification);
    csv.append(',').append(clustering).append('\n');
    return String.format(
        Locale.ROOT,
        "%,d columns: trees classify %.1f %% of the %,d rows that were kept back, clusters match"
            + " %.1f %%",
        k,
        100 * classification,
        judgement.test().length,
        100 * clustering);
  }

  /** Of the columns before they were scaled. */
  private double[] variances() {
    double[] sum = new double[scores.length];
    double[] squares = new double[scores.length];
    float[] row = new float[scores.length];
    for (int i = 0; i < training.rows(); i++) {
      training.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    int n = training.rows();
    double[] variance = new double[scores.length];
    for (int j = 0; j < variance.length; j++) {
      double mean = sum[j] / n;
      variance[j] = (squares[j] / n - mean * mean) / (factor[j] * factor[j]);
    }
    return variance;
  }

  private Vectors rows() {
    int d = training.columns();
    float[] all = new float[Math.multiplyExact(training.rows(), d)];
    float[] row = new float[d];
    for (int i = 0; i < training.rows(); i++) {
      training.copyRow(i, row);
      System.arraycopy(row, 0, all, i * d, d);
    }
    return Vectors.of(all, training.rows(), d);
  }
}
