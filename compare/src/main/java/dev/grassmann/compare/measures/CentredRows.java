package dev.grassmann.compare.measures;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Tensors;
import java.util.Locale;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A block of rows about its own mean, in float64. The tensors belong to the open scope.
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
    Tensor rows = Tensors.of(vectors, from, count);
    if (!rows.isfinite().all().item_bool()) {
      throw notFinite(vectors, from, count, name);
    }
    Tensor wide = rows.to(ScalarType.Double);
    Tensor rough = wide.mean(0);
    Tensor centred = wide.sub_(rough);
    // the mean is rounded to the size of the numbers; what that left is small, so its mean is exact
    Tensor rest = centred.mean(0);
    centred.sub_(rest);
    return new CentredRows(centred, rough.add(rest), centred.square().sum(1));
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
