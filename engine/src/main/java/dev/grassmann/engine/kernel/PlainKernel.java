package dev.grassmann.engine.kernel;

/** The twin in plain Java: what the other one must agree with. */
final class PlainKernel implements Kernel {
  static final PlainKernel INSTANCE = new PlainKernel("asked for");

  private final String why;

  PlainKernel(String why) {
    this.why = why;
  }

  @Override
  public String description() {
    return "plain: " + why;
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    // four sums, so that an addition need not wait for the one before it
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i <= length - 4; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i <= length - 4; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    for (int i = 0; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public void axpy4(
      float[] alpha, int[] xFrom, int at, float[] x, float[] y, int yFrom, int length) {
    for (int term = at; term < at + 4; term++) {
      axpy(alpha[term], x, xFrom[term], y, yFrom, length);
    }
  }

  @Override
  public void axpy(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    for (int i = 0; i < length; i++) {
      y[yFrom + i] += alpha * x[xFrom + i];
    }
  }

  @Override
  public int argmax(float[] x, int from, int length) {
    int best = -1;
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      float value = x[from + i];
      if (value > largest || (best < 0 && value == largest)) {
        largest = value;
        best = i;
      }
    }
    return best;
  }

  @Override
  public int argmax(double[] x, int from, int length) {
    int best = -1;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < length; i++) {
      double value = x[from + i];
      if (value > largest || (best < 0 && value == largest)) {
        largest = value;
        best = i;
      }
    }
    return best;
  }

  @Override
  public int axpyArgmax(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    axpy(alpha, x, xFrom, y, yFrom, length);
    return argmax(y, yFrom, length);
  }

  @Override
  public int axpyArgmax(double alpha, double[] x, int xFrom, double[] y, int yFrom, int length) {
    axpy(alpha, x, xFrom, y, yFrom, length);
    return argmax(y, yFrom, length);
  }

  @Override
  public float magnitude(float[] x, int from, int length) {
    float largest = 0;
    for (int i = from; i < from + length; i++) {
      float size = Math.abs(x[i]);
      largest = size > largest ? size : largest;
    }
    return largest;
  }

  @Override
  public float axpyMagnitude(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
    axpy(alpha, x, xFrom, y, yFrom, length);
    return magnitude(y, yFrom, length);
  }

  @Override
  public void adam(
      float[] p, float[] g, float[] m, float[] v, int from, int length, AdamStep step) {
    adam(p, g, m, v, from, 0, length, step);
  }

  /** As above from place {@code first} on: the other twin's remainder. */
  static void adam(
      float[] p, float[] g, float[] m, float[] v, int from, int first, int length, AdamStep step) {
    float fresh = 1 - step.beta1();
    float freshSquare = 1 - step.beta2();
    for (int i = first; i < length; i++) {
      float gi = g[i] * step.clip() + p[i] * step.decay();
      float mi = m[from + i] + (gi - m[from + i]) * fresh;
      float vi = v[from + i] * step.beta2() + gi * gi * freshSquare;
      m[from + i] = mi;
      v[from + i] = vi;
      float root = (float) Math.sqrt(vi) * step.root() + step.epsilon();
      p[i] = p[i] * step.keep() - mi * step.rate() / root;
    }
  }

  @Override
  public float toHalf(float[] x, int from, int length, short[] out, int outFrom) {
    float lost = 0;
    for (int i = 0; i < length; i++) {
      int bits = Float.floatToRawIntBits(x[from + i]);
      int rounded = bits + 0x7FFF + (bits >>> 16 & 1);
      out[outFrom + i] = (short) (rounded >>> 16);
      float off = x[from + i] - Float.intBitsToFloat(rounded & 0xFFFF0000);
      lost += off * off;
    }
    return lost;
  }

  @Override
  public int above(short[] x, int from, int length, short floor, int[] found) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (x[from + i] > floor) {
        found[count++] = i;
      }
    }
    return count;
  }
}
