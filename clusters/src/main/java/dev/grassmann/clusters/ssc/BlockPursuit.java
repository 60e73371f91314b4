package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.RowRanges;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Orthogonal matching pursuit where the n × n inner products do not fit in memory: the residuals of
 * a block of points meet all atoms in one float32 product a step. Float32 only says which atoms may
 * match best, with its worst rounding error allowed for; float64 chooses among them. O(n² d) a
 * step, O(n d) memory.
 */
final class BlockPursuit {
  private static final int BLOCK = 256;
  private static final int TILE = 4096;

  private final Points points;
  private final int most;
  private final double threshold;
  private final float doubt;
  private final float[]
      products; // of one tile: made once, since clearing it anew costs as much as a pass

  BlockPursuit(Points points, int most, double threshold) {
    this.points = points;
    this.most = most;
    this.threshold = threshold;
    this.doubt = (float) (2 * Rounding.ofProduct(points.d()));
    this.products = new float[Math.min(BLOCK, points.n()) * Math.min(TILE, points.n())];
  }

  SparseMatrix codes(Run run) {
    int n = points.n();
    Codes codes = new Codes(n, most);
    Residual[] block = new Residual[Math.min(BLOCK, n)];
    Arrays.setAll(block, i -> new Residual(points, most));
    try (Scope scope = Scope.open()) {
      Tensor atoms = Tensors.of(points.toVectors());
      for (int from = 0; from < n; from += BLOCK) {
        run.step("matching pursuit", from, n);
        int first = from;
        int count = Math.min(BLOCK, n - from);
        RowRanges.forEach(
            count,
            16,
            (lo, hi) -> {
              for (int i = lo; i < hi; i++) {
                block[i].start(first + i);
              }
            });
        pursue(Arrays.copyOf(block, count), atoms);
        for (int i = 0; i < count; i++) {
          codes.put(from + i, block[i].pursuit());
        }
      }
    }
    run.step("matching pursuit", n, n);
    return codes.toMatrix();
  }

  private void pursue(Residual[] block, Tensor atoms) {
    Residual[] active = block;
    boolean[] more = new boolean[block.length];
    while (active.length > 0) {
      correlate(active, atoms);
      Residual[] now = active;
      RowRanges.forEach(
          now.length,
          8,
          (lo, hi) -> {
            for (int i = lo; i < hi; i++) {
              more[i] = now[i].step(threshold);
            }
          });
      int left = 0;
      for (int i = 0; i < now.length; i++) {
        if (more[i]) {
          now[left++] = now[i];
        }
      }
      active = Arrays.copyOf(now, left);
    }
  }

  /** Shows every atom's correlation to every active residual, tile by tile. */
  private void correlate(Residual[] active, Tensor atoms) {
    int n = points.n();
    int d = points.d();
    float[] directions = new float[active.length * d];
    for (int i = 0; i < active.length; i++) {
      active[i].copyDirection(directions, i * d);
    }
    try (Scope scope = Scope.open()) {
      Tensor residuals = Tensors.of(directions, active.length, d);
      for (int first = 0; first < n; first += TILE) {
        int count = Math.min(TILE, n - first);
        try (Scope tile = Scope.open()) {
          Tensor some = atoms.narrow(0, first, count);
          Tensors.copy(residuals.matmul(some.t()), products, 0);
        }
        int start = first;
        RowRanges.forEach(
            active.length,
            8,
            (lo, hi) -> {
              for (int i = lo; i < hi; i++) {
                active[i].offer(products, i * count, count, start, doubt);
              }
            });
      }
    }
  }
}
