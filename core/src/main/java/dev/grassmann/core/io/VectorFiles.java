package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads vectors: .npy, MATLAB files, images, and tables of numbers. */
public final class VectorFiles {
  private VectorFiles() {}

  /**
   * @throws InputException where there is no such file, or it holds no vectors
   */
  public static Vectors read(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    String variable = "";
    Path real = file;
    int colon = file.toString().lastIndexOf(':');
    if (!Files.exists(file) && colon > 1) {
      variable = file.toString().substring(colon + 1);
      real = Path.of(file.toString().substring(0, colon));
      name = real.toString().toLowerCase(Locale.ROOT);
    }
    if (!Files.exists(real)) {
      throw InputException.file(real, "there is no such file", "check the path");
    }
    if (name.endsWith(".npy")) {
      return NpyFile.read(real);
    }
    if (name.endsWith(".mat")) {
      return MatFile.open(real).vectors(variable);
    }
    if (ImageFiles.isImages(real)) {
      return ImageFiles.read(real).pixels();
    }
    return of(TableFiles.read(real));
  }

  /**
   * The numbers of a table; a first column that is no number names the rows.
   *
   * @throws InputException where another column is no number, or a value is missing
   */
  public static Vectors of(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    List<String> ids = new ArrayList<>();
    if (columns.size() > 1 && !(columns.get(0) instanceof Column.Numeric)) {
      Column first = columns.remove(0);
      for (int row = 0; row < table.rows(); row++) {
        ids.add(first.text(row));
      }
    }
    int d = columns.size();
    float[] data = new float[Math.multiplyExact(table.rows(), d)];
    for (int j = 0; j < d; j++) {
      if (!(columns.get(j) instanceof Column.Numeric numeric)) {
        throw new InputException(
            "column '" + columns.get(j).name() + "' holds no numbers",
            table.name(),
            "vectors need numbers in every column but the first, which may name the rows");
      }
      for (int i = 0; i < table.rows(); i++) {
        if (numeric.isMissing(i)) {
          throw new InputException(
              "a number is missing",
              table.name() + " row " + i + " column '" + numeric.name() + "'",
              "fill it or leave the row out");
        }
        data[i * d + j] = (float) numeric.number(i);
      }
    }
    return Vectors.of(data, table.rows(), d, ids);
  }
}
