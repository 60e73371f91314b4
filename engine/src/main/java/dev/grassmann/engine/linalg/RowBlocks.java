package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Vectors as float32 tensors of a fixed number of rows each, for passes over all of them: kept in
 * memory up to a gigabyte, read again at each pass beyond.
 */
final class RowBlocks implements AutoCloseable {
  private static final long RESIDENT_NUMBERS = 1L << 28;

  private final Vectors vectors;
  private final int rows;
  private final UnaryOperator<Tensor> prepare;
  private final List<Tensor> resident = new ArrayList<>();

  /**
   * @param rows rows a block, the last one may have fewer
   * @param prepare what is done to each block after reading, e.g. centring
   */
  RowBlocks(Vectors vectors, int rows, UnaryOperator<Tensor> prepare) {
    this.vectors = vectors;
    this.rows = Math.min(rows, vectors.n());
    this.prepare = prepare;
    if ((long) vectors.n() * vectors.d() <= RESIDENT_NUMBERS) {
      for (int i = 0; i < count(); i++) {
        try (Scope scope = Scope.open()) {
          Tensor block = read(i);
          block.retainReference(); // outlives every scope, until close()
          resident.add(block);
        }
      }
    }
  }

  int count() {
    return (vectors.n() + rows - 1) / rows;
  }

  int from(int block) {
    return block * rows;
  }

  int rows(int block) {
    return Math.min(rows, vectors.n() - from(block));
  }

  /** A block, rows × d; owned by this object or by the open scope, so not to be kept or changed. */
  Tensor get(int block) {
    return resident.isEmpty() ? read(block) : resident.get(block);
  }

  private Tensor read(int block) {
    return Scope.compute(
        () -> prepare.apply(Tensors.of(vectors, from(block), rows(block))).contiguous());
  }

  @Override
  public void close() {
    resident.forEach(Tensor::close);
  }
}
