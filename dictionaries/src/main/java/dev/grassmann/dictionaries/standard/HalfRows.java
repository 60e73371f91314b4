package dev.grassmann.dictionaries.standard;

import dev.grassmann.engine.kernel.Kernel;
import dev.grassmann.engine.linalg.HalfProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows as they are rounded to bfloat16, with what rounding took away, for {@link Screening}. */
final class HalfRows implements HalfProducts.Source {
  private static final Kernel KERNEL = Kernel.best();

  /** Rows are filled up with zeros to a multiple of so many columns. */
  private static final int ALIGNED = 32;

  private static final short ONE = (short) (Float.floatToRawIntBits(1) >>> 16);

  /** Norms so many times the middle one stand apart: they would spoil the bound of all others. */
  private static final float APART = 1.5f;

  private final float[] x;
  private final int d;
  private final float[] bias;
  private final float[] norm;
  private final float[] lost;
  private int[] apart = {};
  private float largestNorm;
  private float largestLost;

  private HalfRows(float[] x, int rows, int d, float[] bias) {
    this.x = x;
    this.d = d;
    this.bias = bias;
    this.norm = new float[rows];
    this.lost = new float[rows];
  }

  /** Rows x and, in two more columns, 1 and 1. */
  static HalfRows ofInputs(float[] x, int rows, int d) {
    return new HalfRows(x, rows, d, null);
  }

  /** Encoder rows w and, in two more columns, the bias and what rounding took from it. */
  static HalfRows ofLatents(Weights weights) {
    return new HalfRows(weights.encoder(), weights.features(), weights.d(), weights.encoderBias());
  }

  /** Columns of rows of d numbers, the two more and zeros included. */
  static int columns(int d) {
    return (d + 2 + ALIGNED - 1) / ALIGNED * ALIGNED;
  }

  @Override
  public void row(int i, short[] out, int at) {
    float off = KERNEL.toHalf(x, i * d, d, out, at);
    float last = 1;
    if (bias == null) {
      out[at + d] = ONE;
      out[at + d + 1] = ONE;
    } else {
      last = bias[i];
      KERNEL.toHalf(bias, i, 1, out, at + d);
      float[] rest = {last - Float.intBitsToFloat(out[at + d] << 16)};
      KERNEL.toHalf(rest, 0, 1, out, at + d + 1);
    }
    norm[i] = (float) Math.sqrt(KERNEL.dot(x, i * d, x, i * d, d) + last * last);
    lost[i] = (float) Math.sqrt(off + 0x1p-32f * last * last); // of the bias 16 bits stay
  }

  /** Finds the bounds of all rows, once each was rounded. */
  void bound() {
    float[] sorted = norm.clone();
    Arrays.sort(sorted);
    float most = APART * sorted[sorted.length / 2];
    apart = IntStream.range(0, norm.length).filter(j -> norm[j] > most).toArray();
    for (int j = 0; j < norm.length; j++) {
      if (norm[j] <= most) {
        largestNorm = Math.max(largestNorm, norm[j] + lost[j]); // what is multiplied is rounded
        largestLost = Math.max(largestLost, lost[j]);
      }
    }
  }

  int rows() {
    return norm.length;
  }

  float norm(int row) {
    return norm[row];
  }

  /** ‖x - x'‖ of a row. */
  float lost(int row) {
    return lost[row];
  }

  /** Rows whose norms stand apart; the two bounds are those of all others. */
  int[] apart() {
    return apart;
  }

  float largestNorm() {
    return largestNorm;
  }

  float largestLost() {
    return largestLost;
  }
}
