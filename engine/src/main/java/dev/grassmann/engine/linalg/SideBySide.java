package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import java.util.Objects;

/** Row i of X followed by row i of Y, put together when read. */
record SideBySide(Vectors x, Vectors y) implements Vectors {
  @Override
  public int n() {
    return x.n();
  }

  @Override
  public int d() {
    return x.d() + y.d();
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, n());
    float[] left = new float[count * x.d()];
    float[] right = new float[count * y.d()];
    x.copyRows(from, count, left, 0);
    y.copyRows(from, count, right, 0);
    for (int i = 0; i < count; i++) {
      int at = offset + i * d();
      System.arraycopy(left, i * x.d(), target, at, x.d());
      System.arraycopy(right, i * y.d(), target, at + x.d(), y.d());
    }
  }
}
