package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads vectors: .npy, .npz, safetensors, .fvecs, MATLAB files, images, tables of numbers, and
 * lists of numbers in a column of Parquet or JSON. One array of a file of several is named as
 * {@code file:name}. A folder of .npy or .safetensors files, or a pattern as {@code acts/*.npy},
 * stands for their rows one after the other.
 */
public final class VectorFiles {
  private VectorFiles() {}

  /**
   * @throws InputException where there is no such file, or it holds no vectors
   */
  public static Vectors read(Path file) {
    List<Path> shards = VectorShards.files(file);
    if (!shards.isEmpty()) {
      return VectorShards.of(shards);
    }
    if (DuckTables.isPattern(file)) {
      return DuckTables.lists(file, "").orElseGet(() -> of(TableFiles.read(file)));
    }
    FilePart named = FilePart.of(file);
    Path real = named.file();
    String part = named.part();
    if (Files.isRegularFile(real)) {
      if (named.ends(".npz")) {
        return NpzFile.read(real, part);
      }
      if (named.ends(".safetensors")) {
        return SafetensorsFile.open(real).vectorsOrOnly(part);
      }
      if (named.ends(".mat")) {
        return MatFile.open(real).vectors(part);
      }
      if (!part.isEmpty() && !named.ends(".parquet", ".json", ".jsonl", ".json.gz", ".jsonl.gz")) {
        throw InputException.file(
            real,
            "has no part '" + part + "'",
            "parts are those of .npz, .safetensors, .mat, .parquet and .json");
      }
      if (named.ends(".npy", ".npy.gz")) {
        return NpyFile.read(real);
      }
      if (named.ends(".libsvm", ".svm", ".libsvm.gz", ".svm.gz")) {
        return LibsvmFile.read(real).dense(real);
      }
      if (named.ends(".fvecs", ".bvecs", ".ivecs")) {
        return FvecsFile.read(real);
      }
    }
    if (ImageFiles.isImages(real)) {
      return ImageFiles.read(real).pixels();
    }
    return DuckTables.lists(real, part).orElseGet(() -> of(TableFiles.read(real)));
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
