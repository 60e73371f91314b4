package dev.grassmann.tables.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete Fourier transforms of many complex sequences of one length side by side: entry j of
 * sequence b is at {@code j * batch + b}. The sequences lie innermost, so that every loop runs over
 * neighbouring numbers and the compiler makes vector instructions of it. Stockham's form: no
 * shuffle of the digits, one pass over the arrays a factor (Van Loan 1992, section 1.7).
 */
final class BatchFft {
  private static final double HALF_ROOT_3 = Math.sqrt(3) / 2;
  private static final double C1 = Math.cos(2 * Math.PI / 5);
  private static final double C2 = Math.cos(4 * Math.PI / 5);
  private static final double S1 = Math.sin(2 * Math.PI / 5);
  private static final double S2 = Math.sin(4 * Math.PI / 5);

  private final int length;
  private final int[] factors;
  private final double[] cos;
  private final double[] sin;

  /**
   * @param length a product of 2, 3 and 5, as {@link #lengthFrom} gives
   */
  BatchFft(int length) {
    this.length = length;
    List<Integer> found = new ArrayList<>();
    int left = length;
    for (int factor : new int[] {5, 4, 3, 2}) {
      for (; left % factor == 0; left /= factor) {
        found.add(factor);
      }
    }
    if (left != 1) {
      throw new IllegalArgumentException(length + " is no product of 2, 3 and 5");
    }
    factors = found.stream().mapToInt(i -> i).toArray();
    cos = new double[length];
    sin = new double[length];
    for (int i = 0; i < length; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / length);
      sin[i] = -Math.sin(2 * Math.PI * i / length);
    }
  }

  /** The smallest even product of 2, 3 and 5 that is at least this. */
  static int lengthFrom(int least) {
    for (int length = least + (least & 1); ; length += 2) {
      int left = length;
      for (int factor : new int[] {2, 3, 5}) {
        while (left % factor == 0) {
          left /= factor;
        }
      }
      if (left == 1) {
        return length;
      }
    }
  }

  int length() {
    return length;
  }

  /**
   * Transforms in place: X_k = sum over j of x_j e^(-2 pi i jk / length). With real and imaginary
   * parts exchanged it is the inverse, times the length.
   *
   * @param spareRe as long as {@code re}, overwritten; likewise {@code spareIm}
   */
  void transform(double[] re, double[] im, double[] spareRe, double[] spareIm, int batch) {
    int len = length;
    int stride = batch;
    double[] a = re;
    double[] b = im;
    double[] c = spareRe;
    double[] d = spareIm;
    for (int factor : factors) {
      int parts = len / factor;
      for (int p = 0; p < parts; p++) {
        int in = p * stride;
        int gap = parts * stride;
        int out = p * factor * stride;
        int turn = p * (length / len);
        switch (factor) {
          case 5 -> five(a, b, c, d, in, gap, out, stride, turn);
          case 4 -> four(a, b, c, d, in, gap, out, stride, turn);
          case 3 -> three(a, b, c, d, in, gap, out, stride, turn);
          default -> two(a, b, c, d, in, gap, out, stride, turn);
        }
      }
      len = parts;
      stride *= factor;
      double[] swap = a;
      a = c;
      c = swap;
      swap = b;
      b = d;
      d = swap;
    }
    if (a != re) {
      System.arraycopy(a, 0, re, 0, length * batch);
      System.arraycopy(b, 0, im, 0, length * batch);
    }
  }

  private void two(
      double[] a, double[] b, double[] c, double[] d, int in, int gap, int out, int n, int w) {
    double wr = cos[w];
    double wi = sin[w];
    int i1 = in + gap;
    int o1 = out + n;
    for (int q = 0; q < n; q++) {
      double xr = a[in + q];
      double xi = b[in + q];
      double yr = a[i1 + q];
      double yi = b[i1 + q];
      c[out + q] = xr + yr;
      d[out + q] = xi + yi;
      double zr = xr - yr;
      double zi = xi - yi;
      c[o1 + q] = zr * wr - zi * wi;
      d[o1 + q] = zr * wi + zi * wr;
    }
  }

  private void three(
      double[] a, double[] b, double[] c, double[] d, int in, int gap, int out, int n, int w) {
    double w1r = cos[w];
    double w1i = sin[w];
    double w2r = cos[2 * w % length];
    double w2i = sin[2 * w % length];
    int i1 = in + gap;
    int i2 = i1 + gap;
    int o1 = out + n;
    int o2 = o1 + n;
    for (int q = 0; q < n; q++) {
      double tr = a[i1 + q] + a[i2 + q];
      double ti = b[i1 + q] + b[i2 + q];
      double ur = HALF_ROOT_3 * (a[i1 + q] - a[i2 + q]);
      double ui = HALF_ROOT_3 * (b[i1 + q] - b[i2 + q]);
      double mr = a[in + q] - 0.5 * tr;
      double mi = b[in + q] - 0.5 * ti;
      c[out + q] = a[in + q] + tr;
      d[out + q] = b[in + q] + ti;
      c[o1 + q] = (mr + ui) * w1r - (mi - ur) * w1i;
      d[o1 + q] = (mr + ui) * w1i + (mi - ur) * w1r;
      c[o2 + q] = (mr - ui) * w2r - (mi + ur) * w2i;
      d[o2 + q] = (mr - ui) * w2i + (mi + ur) * w2r;
    }
  }

  private void four(
      double[] a, double[] b, double[] c, double[] d, int in, int gap, int out, int n, int w) {
    double w1r = cos[w];
    double w1i = sin[w];
    double w2r = cos[2 * w % length];
    double w2i = sin[2 * w % length];
    double w3r = cos[3 * w % length];
    double w3i = sin[3 * w % length];
    int i1 = in + gap;
    int i2 = i1 + gap;
    int i3 = i2 + gap;
    int o1 = out + n;
    int o2 = o1 + n;
    int o3 = o2 + n;
    for (int q = 0; q < n; q++) {
      double evenR = a[in + q] + a[i2 + q];
      double evenI = b[in + q] + b[i2 + q];
      double apartR = a[in + q] - a[i2 + q];
      double apartI = b[in + q] - b[i2 + q];
      double oddR = a[i1 + q] + a[i3 + q];
      double oddI = b[i1 + q] + b[i3 + q];
      double turnR = a[i1 + q] - a[i3 + q];
      double turnI = b[i1 + q] - b[i3 + q];
      c[out + q] = evenR + oddR;
      d[out + q] = evenI + oddI;
      c[o1 + q] = (apartR + turnI) * w1r - (apartI - turnR) * w1i;
      d[o1 + q] = (apartR + turnI) * w1i + (apartI - turnR) * w1r;
      c[o2 + q] = (evenR - oddR) * w2r - (evenI - oddI) * w2i;
      d[o2 + q] = (evenR - oddR) * w2i + (evenI - oddI) * w2r;
      c[o3 + q] = (apartR - turnI) * w3r - (apartI + turnR) * w3i;
      d[o3 + q] = (apartR - turnI) * w3i + (apartI + turnR) * w3r;
    }
  }

  private void five(
      double[] a, double[] b, double[] c, double[] d, int in, int gap, int out, int n, int w) {
    double w1r = cos[w];
    double w1i = sin[w];
    double w2r = cos[2 * w % length];
    double w2i = sin[2 * w % length];
    double w3r = cos[3 * w % length];
    double w3i = sin[3 * w % length];
    double w4r = cos[4 * w % length];
    double w4i = sin[4 * w % length];
    int i1 = in + gap;
    int i2 = i1 + gap;
    int i3 = i2 + gap;
    int i4 = i3 + gap;
    int o1 = out + n;
    int o2 = o1 + n;
    int o3 = o2 + n;
    int o4 = o3 + n;
    for (int q = 0; q < n; q++) {
      double xr = a[in + q];
      double xi = b[in + q];
      double s14r = a[i1 + q] + a[i4 + q];
      double s14i = b[i1 + q] + b[i4 + q];
      double s23r = a[i2 + q] + a[i3 + q];
      double s23i = b[i2 + q] + b[i3 + q];
      double d14r = a[i1 + q] - a[i4 + q];
      double d14i = b[i1 + q] - b[i4 + q];
      double d23r = a[i2 + q] - a[i3 + q];
      double d23i = b[i2 + q] - b[i3 + q];
      double m1r = xr + C1 * s14r + C2 * s23r;
      double m1i = xi + C1 * s14i + C2 * s23i;
      double m2r = xr + C2 * s14r + C1 * s23r;
      double m2i = xi + C2 * s14i + C1 * s23i;
      double n1r = S1 * d14r + S2 * d23r;
      double n1i = S1 * d14i + S2 * d23i;
      double n2r = S2 * d14r - S1 * d23r;
      double n2i = S2 * d14i - S1 * d23i;
      c[out + q] = xr + s14r + s23r;
      d[out + q] = xi + s14i + s23i;
      c[o1 + q] = (m1r + n1i) * w1r - (m1i - n1r) * w1i;
      d[o1 + q] = (m1r + n1i) * w1i + (m1i - n1r) * w1r;
      c[o2 + q] = (m2r + n2i) * w2r - (m2i - n2r) * w2i;
      d[o2 + q] = (m2r + n2i) * w2i + (m2i - n2r) * w2r;
      c[o3 + q] = (m2r - n2i) * w3r - (m2i + n2r) * w3i;
      d[o3 + q] = (m2r - n2i) * w3i + (m2i + n2r) * w3r;
      c[o4 + q] = (m1r - n1i) * w4r - (m1i + n1r) * w4i;
      d[o4 + q] = (m1r - n1i) * w4i + (m1i + n1r) * w4r;
    }
  }
}
