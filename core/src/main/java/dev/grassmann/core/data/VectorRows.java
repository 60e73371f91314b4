package dev.grassmann.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Chosen rows of other vectors. */
final class VectorRows implements Vectors {
  private final Vectors base;
  private final int[] index;

  VectorRows(Vectors base, int[] owned) {
    if (owned.length == 0) {
      throw new IndexOutOfBoundsException("no rows chosen");
    }
    for (int row : owned) {
      Objects.checkIndex(row, base.n());
    }
    this.base = base;
    this.index = owned;
  }

  @Override
  public int n() {
    return index.length;
  }

  @Override
  public int d() {
    return base.d();
  }

  @Override
  public void copyRows(int from, int count, float[] target, int offset) {
    Objects.checkFromIndexSize(from, count, index.length);
    int done = 0;
    while (done < count) { // neighbours in the base are fetched in one go
      int run = 1;
      while (done + run < count && index[from + done + run] == index[from + done] + run) {
        run++;
      }
      base.copyRows(index[from + done], run, target, offset + done * d());
      done += run;
    }
  }

  @Override
  public Optional<List<String>> ids() {
    return base.ids().map(all -> Arrays.stream(index).mapToObj(all::get).toList());
  }

  @Override
  public String place(int row) {
    return base.place(index[row]);
  }
}
