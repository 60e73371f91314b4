package dev.grassmann.dictionaries.measure;

/**
 * How near reconstructions x_hat are to rows x. Figures from different programs are only comparable
 * where their formulas are the same, so each is given here.
 *
 * @param rows number of rows
 * @param meanSquaredError mean over rows of ‖x - x_hat‖², summed over dimensions
 * @param fvu fraction of variance unexplained: sum ‖x - x_hat‖² / sum ‖x - mean x‖²; 0 is perfect,
 *     1 is what the mean alone does; NaN where all rows are equal
 * @param cosine mean cosine between x and x_hat; rows where either is 0 are left out
 * @param normRatio mean of ‖x_hat‖ / ‖x‖; rows of zeros are left out
 * @param reconstructionBias sum ‖x_hat‖² / sum ⟨x, x_hat⟩: below 1 where reconstructions shrink
 * @param centredExplainedVariance 1 - sum ‖e - mean e‖² / sum ‖x - mean x‖² with e = x - x_hat: the
 *     "fraction of variance explained" of dictionary_learning, which forgives a constant error
 * @param saeBenchExplainedVariance 1 - mean squared error / (mean ‖x‖² - (mean of x² over rows and
 *     dimensions)²): what SAEBench 0.6 and SAELens 6 print as explained variance; it subtracts the
 *     square of the wrong mean, and is kept only to compare with their figures
 */
public record Fidelity(
    int rows,
    double meanSquaredError,
    double fvu,
    double cosine,
    double normRatio,
    double reconstructionBias,
    double centredExplainedVariance,
    double saeBenchExplainedVariance) {

  /** 1 - FVU. */
  public double explainedVariance() {
    return 1 - fvu;
  }

  /** Collects rows one by one. Not safe for more than one thread. */
  public static final class Meter {
    private final int d;
    private final double[] origin; // the first row: sums about it lose no digits to a large mean
    private final double[] sum;
    private final double[] errorSum;
    private int rows;
    private double spread;
    private double error;
    private double squares;
    private double product;
    private double reconstructed;
    private double cosines;
    private int cosineRows;
    private double ratios;
    private int ratioRows;

    public Meter(int d) {
      this.d = d;
      this.origin = new double[d];
      this.sum = new double[d];
      this.errorSum = new double[d];
    }

    /** Adds one row and its reconstruction, d numbers each from their offsets. */
    public void add(float[] x, int at, float[] reconstruction, int from) {
      double xx = 0;
      double yy = 0;
      double xy = 0;
      for (int c = 0; c < d; c++) {
        double value = x[at + c];
        double other = reconstruction[from + c];
        if (rows == 0) {
          origin[c] = value;
        }
        double off = value - origin[c];
        sum[c] += off;
        spread += off * off;
        double e = value - other;
        errorSum[c] += e;
        error += e * e;
        xx += value * value;
        yy += other * other;
        xy += value * other;
      }
      rows++;
      squares += xx;
      product += xy;
      reconstructed += yy;
      if (xx > 0) {
        ratios += Math.sqrt(yy / xx);
        ratioRows++;
        if (yy > 0) {
          cosines += xy / Math.sqrt(xx * yy);
          cosineRows++;
        }
      }
    }

    /** The figures of all rows so far. */
    public Fidelity read() {
      double total = spread;
      double centredError = error;
      for (int c = 0; c < d; c++) {
        total -= sum[c] * sum[c] / rows;
        centredError -= errorSum[c] * errorSum[c] / rows;
      }
      double meanSquare = squares / rows / d;
      boolean varies = total > 0;
      return new Fidelity(
          rows,
          error / rows,
          varies ? error / total : Double.NaN,
          cosines / cosineRows,
          ratios / ratioRows,
          reconstructed / product,
          varies ? 1 - centredError / total : Double.NaN,
          1 - error / rows / (squares / rows - meanSquare * meanSquare));
    }
  }
}
