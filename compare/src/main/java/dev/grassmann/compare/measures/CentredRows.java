package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Tensors;
import java.util.Locale;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A block of rows about its own mean, in float64 unless narrowed. The tensors belong to the open
 * scope.
 *
 * @param rows count × d
 * @param mean what was subtracted, d numbers
 * @param squares squared norm of each centred row, count numbers
 */
record CentredRows(Tensor rows, Tensor mean, Tensor squares) {

  /**
   * Reads rows {@code from .. from + count}.
   *
   * @param name what the vectors are called in the refusal, e.g. {@code A}
   * @throws InputException for NaN and infinity, with row and column
   */
  static CentredRows read(Vectors vectors, int from, int count, String name) {
    return read(vectors, from, count, name, room(count, vectors.d()));
  }

  /**
   * The same, into room that is used again by the next block.
   *
   * @param room float64, at least count × d; the rows lie in it from now on
   */
  static CentredRows read(Vectors vectors, int from, int count, String name, Tensor room) {
    CentredRows block = of(Tensors.of(vectors, from, count), room.narrow(0, 0, count));
    // in float64 no float32 overflows, so that only a broken number can break the sum
    if (!Double.isFinite(block.squares.sum().item_double())) {
      throw notFinite(vectors, from, count, name);
    }
    return block;
  }

  /** Room for blocks of so many rows, not initialised. */
  static Tensor room(int rows, int d) {
    return torch.empty(
        new long[] {rows, d}, new TensorOptions(ScalarType.Double), new MemoryFormatOptional());
  }

  /**
   * About the first row, and then about the mean: so equal rows become zeros, not their rounding.
   */
  private static CentredRows of(Tensor rows, Tensor room) {
    Tensor first = rows.narrow(0, 0, 1).to(ScalarType.Double);
    Tensor centred = torch.sub_out(room, rows, first);
    Tensor mean = centred.mean(0);
    centred.sub_(mean);
    Tensor norms =
        centred.norm(new ScalarOptional(new Scalar(2)), 1L); // one pass, no second block in memory
    return new CentredRows(centred, mean.add_(first.squeeze(0)), norms.square_());
  }

  /** The same rows, scaled to a mean square of 1; rows of zeros stay zeros. */
  CentredRows scaled() {
    double meanSquare = squares.mean().item_double();
    if (meanSquare == 0) {
      return this;
    }
    Scalar factor = new Scalar(1 / Math.sqrt(meanSquare));
    return new CentredRows(
        rows.mul(factor), mean.mul(factor), squares.mul(new Scalar(1 / meanSquare)));
  }

  /** The same in float32. */
  CentredRows narrowed() {
    return new CentredRows(
        rows.to(ScalarType.Float), mean.to(ScalarType.Float), squares.to(ScalarType.Float));
  }

  int count() {
    return Math.toIntExact(rows.size(0));
  }

  int d() {
    return Math.toIntExact(rows.size(1));
  }

  private static InputException notFinite(Vectors vectors, int from, int count, String name) {
    float[] row = new float[vectors.d()];
    for (int i = from; i < from + count; i++) {
      vectors.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        if (!Float.isFinite(row[j])) {
          return new InputException(
              "is " + row[j],
              String.format(Locale.ROOT, "row %,d, column %,d of %s", i, j, name),
              "mend the value, or leave the row out of both spaces");
        }
      }
    }
    throw new IllegalStateException("every number of the block is finite after all");
  }
}
