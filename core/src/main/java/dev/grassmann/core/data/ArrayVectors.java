package dev.grassmann.core.data;

import dev.grassmann.core.InputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Vectors that lie in one array, which nobody else holds. */
final class ArrayVectors implements Vectors {
  private final float[] data;
  private final int n;
  private final int d;
  private final List<String> ids;

  ArrayVectors(float[] owned, int n, int d, List<String> ids) {
    if (n < 1 || d < 1) {
      throw new InputException(
          "there are " + n + " vectors of dimension " + d,
          "",
          "give at least one vector with at least one number");
    }
    if ((long) n * d != owned.length) {
      throw new IllegalArgumentException(n + " x " + d + " numbers expected, got " + owned.length);
    }
    if (!ids.isEmpty() && ids.size() != n) {
      throw new InputException(
          ids.size() + " ids for " + n + " vectors", "", "give one id a vector or none");
    }
    this.data = owned;
    this.n = n;
    this.d = d;
    this.ids = List.copyOf(ids);
  }

  static ArrayVectors ofRows(float[][] rows) {
    int d = rows.length == 0 ? 0 : rows[0].length;
    float[] data = new float[Math.multiplyExact(rows.length, d)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != d) {
        throw new InputException(
            "row " + i + " has " + rows[i].length + " numbers, row 0 has " + d,
            "",
            "give rows of equal length");
      }
      System.arraycopy(rows[i], 0, data, i * d, d);
    }
    return new ArrayVectors(data, rows.length, d, List.of());
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public int d() {
    return d;
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, n);
    System.arraycopy(data, from * d, target, offset, count * d);
  }

  @Override
  public Optional<List<String>> ids() {
    return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
  }
}
