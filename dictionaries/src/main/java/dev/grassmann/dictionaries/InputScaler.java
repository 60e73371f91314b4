package dev.grassmann.dictionaries;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.engine.RowRanges;
import java.util.Optional;

/** Scales vectors before they are encoded, and back after decoding. */
public final class InputScaler {
  /** Added to a vector's variance before the root is taken, as layer normalisation has it. */
  private static final double LAYER_EPSILON = 1e-5;

  private static final int BLOCK = 1 << 18;
  private static final int ROWS = 256;

  private final Dictionary.Scaling scaling;
  private final int d;
  private final float[] mean;

  public InputScaler(Dictionary.Scaling scaling, int d) {
    this.scaling = scaling;
    this.d = d;
    this.mean = scaling.mean().map(Vectors::toArray).orElse(null);
  }

  /**
   * Learns a scaling from data, by one or two passes over it.
   *
   * @throws InputException where a vector holds NaN or infinity, or all vectors are equal
   */
  public static Dictionary.Scaling fit(Dictionary.Kind kind, Vectors vectors) {
    int d = vectors.d();
    double[] mean = new double[d];
    eachBlock(
        vectors,
        (rows, count) -> {
          for (int i = 0; i < count * d; i++) {
            mean[i % d] += rows[i] / (double) vectors.n();
          }
        });
    boolean centred = kind == Dictionary.Kind.CENTRE;
    double[] norms = new double[2]; // mean norm, mean square distance from the mean
    eachBlock(
        vectors,
        (rows, count) -> {
          for (int b = 0; b < count; b++) {
            double norm = 0;
            for (int c = 0; c < d; c++) {
              double off = rows[b * d + c] - mean[c];
              double x = centred ? off : rows[b * d + c];
              norm += x * x;
              norms[1] += off * off / vectors.n();
            }
            norms[0] += Math.sqrt(norm) / vectors.n();
          }
        });
    if (!(norms[1] > 0)) {
      throw new InputException(
          "all " + vectors.n() + " vectors are equal", "", "give data that varies");
    }
    float[] narrow = new float[d];
    for (int c = 0; c < d; c++) {
      narrow[c] = (float) mean[c];
    }
    double factor = Math.sqrt(d) / norms[0];
    return switch (kind) {
      case NONE, ROW, LAYER -> new Dictionary.Scaling(kind, Optional.empty(), 1);
      case SQRT_D -> new Dictionary.Scaling(kind, Optional.empty(), factor);
      case CENTRE -> new Dictionary.Scaling(kind, Optional.of(Vectors.of(narrow, 1, d)), factor);
    };
  }

  /**
   * Reads rows and scales them.
   *
   * @return count × d numbers
   * @throws InputException where a row holds NaN or infinity
   */
  public float[] read(Vectors vectors, int from, int count) {
    float[] rows = new float[Math.multiplyExact(count, d)];
    vectors.copyRows(from, count, rows, 0);
    FiniteRows.check(vectors, rows, count, from);
    scaleAll(rows, count);
    return rows;
  }

  /** Scales n rows in place. */
  public void scaleAll(float[] rows, int n) {
    RowRanges.forEach(
        n,
        ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            scale(rows, b * d);
          }
        });
  }

  /** Scales one row in place. */
  public void scale(float[] rows, int at) {
    double shift = shift(rows, at);
    double factor = factor(rows, at, shift);
    for (int c = 0; c < d; c++) {
      double off = mean == null ? shift : mean[c];
      rows[at + c] = (float) ((rows[at + c] - off) * factor);
    }
  }

  /**
   * Undoes the scaling of a reconstruction, in place.
   *
   * @param original the row as it was before scaling, which knows its own figures
   */
  public void unscale(float[] rows, int at, float[] original, int originalAt) {
    double shift = shift(original, originalAt);
    double factor = factor(original, originalAt, shift);
    for (int c = 0; c < d; c++) {
      double off = mean == null ? shift : mean[c];
      rows[at + c] = (float) (rows[at + c] / factor + off);
    }
  }

  private double shift(float[] rows, int at) {
    return scaling.kind() == Dictionary.Kind.LAYER ? ownMean(rows, at) : 0;
  }

  private double factor(float[] rows, int at, double shift) {
    return switch (scaling.kind()) {
      case LAYER -> 1 / Math.sqrt(ownSpread(rows, at, shift) / d + LAYER_EPSILON);
      case ROW -> {
        double square = ownSpread(rows, at, 0);
        yield square > 0 ? Math.sqrt(d / square) : 1; // a row of zeros stays
      }
      case NONE, SQRT_D, CENTRE -> scaling.factor();
    };
  }

  private double ownMean(float[] rows, int at) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += rows[at + c];
    }
    return sum / d;
  }

  /** Sum of squared distances from a number. */
  private double ownSpread(float[] rows, int at, double middle) {
    double sum = 0;
    for (int c = 0; c < d; c++) {
      sum += (rows[at + c] - middle) * (rows[at + c] - middle);
    }
    return sum;
  }

  private interface Block {
    void of(float[] rows, int count);
  }

  private static void eachBlock(Vectors vectors, Block work) {
    int block = Math.max(1, Math.min(vectors.n(), BLOCK / vectors.d()));
    float[] rows = new float[block * vectors.d()];
    for (int from = 0; from < vectors.n(); from += block) {
      int count = Math.min(block, vectors.n() - from);
      vectors.copyRows(from, count, rows, 0);
      FiniteRows.check(vectors, rows, count, from);
      work.of(rows, count);
    }
  }
}
