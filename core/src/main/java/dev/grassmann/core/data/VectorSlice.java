package dev.grassmann.core.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A run of rows of other vectors. */
record VectorSlice(Vectors base, int from, int to) implements Vectors {
  VectorSlice {
    Objects.checkFromToIndex(from, to, base.n());
    if (from == to) {
      throw new IndexOutOfBoundsException("an empty slice at row " + from);
    }
  }

  @Override
  public int n() {
    return to - from;
  }

  @Override
  public int d() {
    return base.d();
  }

  @Override
  public void copyRows(int first, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(first, count, n());
    base.copyRows(from + first, count, target, offset);
  }

  @Override
  public Optional<List<String>> ids() {
    return base.ids().map(all -> all.subList(from, to));
  }

  @Override
  public String place(int row) {
    return base.place(from + Objects.checkIndex(row, n()));
  }
}
