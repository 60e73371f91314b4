package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Matrix;

/** Matrices of a MATLAB file, by the MFL library. */
final class MatFile {
  private static final List<String> FEATURES = List.of("fea", "X", "features", "data", "x");
  private static final List<String> CLASSES = List.of("gnd", "Y", "labels", "y", "label");

  private final Path file;
  private final Mat5File content;

  private MatFile(Path file, Mat5File content) {
    this.file = file;
    this.content = content;
  }

  static MatFile open(Path file) {
    try {
      return new MatFile(file, Mat5.readFromFile(file.toFile()));
    } catch (IOException | RuntimeException e) { // the library throws what it likes on broken files
      throw new InputException(
          "cannot be read as a MATLAB file",
          file.toString(),
          "save it with -v7, and fetch it again where it may be cut short",
          e);
    }
  }

  /**
   * The rows of a matrix.
   *
   * @param variable its name, or empty for the usual ones
   */
  Vectors vectors(String variable) {
    Matrix matrix = variable.isEmpty() ? first(FEATURES) : matrix(variable);
    if (matrix == null) {
      throw InputException.file(
          file,
          "has no matrix called " + String.join(", ", FEATURES),
          "name one as file.mat:name; there are " + String.join(", ", names()));
    }
    int n = matrix.getNumRows();
    int d = matrix.getNumCols();
    float[] rows = new float[Math.multiplyExact(n, d)];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = matrix.getFloat(i, j);
      }
    }
    return Vectors.of(rows, n, d);
  }

  /** The classes that lie beside the features, where there are any for n rows. */
  Labels labels(int n) {
    Matrix matrix = first(CLASSES);
    if (matrix == null || matrix.getNumElements() != n) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double value = matrix.getDouble(i);
      names.add(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
    }
    return Labels.of(names);
  }

  private Matrix first(List<String> names) {
    for (String name : names) {
      if (names().contains(name)) {
        return matrix(name);
      }
    }
    return null;
  }

  private Matrix matrix(String name) {
    if (!names().contains(name)) {
      throw InputException.file(
          file, "has no variable '" + name + "'", "there are " + String.join(", ", names()));
    }
    Array array = content.getArray(name);
    if (!(array instanceof Matrix matrix) || array.getNumDimensions() != 2) {
      throw InputException.file(
          file, "'" + name + "' is not a matrix of numbers", "name another variable");
    }
    return matrix;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    content.getEntries().forEach(entry -> names.add(entry.getName()));
    return names;
  }
}
