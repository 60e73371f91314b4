package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/** Matrices of a MATLAB file, by the MFL library. */
final class MatFile {
  private static final List<String> FEATURES = List.of("fea", "X", "features", "data", "x");
  private static final List<String> CLASSES = List.of("gnd", "Y", "labels", "y", "label");

  /** Bytes that a byte can stand for at most, by deflate. */
  private static final long INFLATION = 1032;

  private final Path file;
  private final Mat5File content;

  private MatFile(Path file, Mat5File content) {
    this.file = file;
    this.content = content;
  }

  static MatFile open(Path file) {
    InputFiles.require(file);
    try {
      if (isHdf5(file)) {
        throw InputException.file(
            file,
            "is a MATLAB 7.3 file, which is HDF5 inside",
            "save it with -v7 in MATLAB, or as .npz with Python's h5py and numpy.savez");
      }
      try (Source source = Sources.openFile(file.toFile())) {
        long most = Math.max(1 << 16, INFLATION * Files.size(file));
        BufferAllocator allocator = new Room(most);
        return new MatFile(file, Mat5.newReader(source).setBufferAllocator(allocator).readMat());
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // on broken files the library throws what it likes and asks for what memory it likes
      throw new InputException(
          "cannot be read as a MATLAB file",
          file.toString(),
          "save it with -v7, and fetch it again where it may be cut short",
          e);
    }
  }

  /**
   * Makes no room for more than the file can hold.
   *
   * @param most bytes
   */
  private record Room(long most) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
      if (bytes < 0 || bytes > most) {
        throw new IllegalStateException(bytes + " bytes are promised, " + most + " possible");
      }
      return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
      // the collector sees to it
    }
  }

  /** HDF5's mark lies at the begin or behind 512 bytes of MATLAB's. */
  private static boolean isHdf5(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(516);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u0089HDF") || text.startsWith("\u0089HDF", 512);
  }

  /**
   * The rows of a matrix.
   *
   * @param variable its name, or empty for the usual ones; {@code s.field} and {@code c{2}} lead
   *     into structures and cells; a prime at the end turns rows and columns, as in MATLAB
   */
  Vectors vectors(String variable) {
    Matrix matrix = variable.isEmpty() ? first(FEATURES) : matrix(variable.replaceFirst("'$", ""));
    if (matrix == null) {
      throw InputException.file(
          file,
          "has no matrix called " + String.join(", ", FEATURES),
          "name one as " + file.getFileName() + ":name; " + NameList.of("there are", names()));
    }
    boolean turned = variable.endsWith("'");
    String where = file + " variable '" + variable + "'";
    int n = RowShape.length(turned ? matrix.getNumCols() : matrix.getNumRows(), "rows", where);
    int d = RowShape.length(turned ? matrix.getNumRows() : matrix.getNumCols(), "columns", where);
    float[] rows = new float[Math.multiplyExact(n, d)];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = turned ? matrix.getFloat(j, i) : matrix.getFloat(i, j);
      }
    }
    return Vectors.of(rows, n, d);
  }

  /** All numbers of a row or column. */
  double[] column(String variable) {
    Matrix matrix = matrix(variable);
    if (matrix.getNumRows() != 1 && matrix.getNumCols() != 1) {
      throw InputException.file(
          file,
          "'" + variable + "' is " + shape(matrix) + ", not one number a row",
          "name another variable");
    }
    double[] numbers = new double[matrix.getNumElements()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = matrix.getDouble(i);
    }
    return numbers;
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
    for (us.hebi.matlab.mat.types.MatFile.Entry entry : content.getEntries()) {
      if (names.contains(entry.getName()) && isMatrix(entry.getValue())) {
        return (Matrix) entry.getValue();
      }
    }
    return null;
  }

  private Matrix matrix(String variable) {
    for (Map.Entry<String, Array> entry : leaves().entrySet()) {
      if (!entry.getKey().equals(variable)) {
        continue;
      }
      if (entry.getValue() instanceof Matrix matrix && isMatrix(matrix)) {
        return matrix;
      }
      throw InputException.file(
          file,
          "'" + variable + "' is not a matrix of numbers",
          "name another variable; " + NameList.of("there are", names()));
    }
    throw InputException.file(
        file, "has no variable '" + variable + "'", NameList.of("there are", names()));
  }

  private static boolean isMatrix(Array array) {
    return array instanceof Matrix && array.getNumDimensions() == 2;
  }

  /** Names and sizes of all matrices, those inside structures and cells too. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    leaves().forEach((name, array) -> names.add(name + " (" + shape(array) + ")"));
    return names;
  }

  private static String shape(Array array) {
    return Arrays.stream(array.getDimensions())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" x "));
  }

  private Map<String, Array> leaves() {
    Map<String, Array> leaves = new LinkedHashMap<>();
    content.getEntries().forEach(entry -> collect(entry.getName(), entry.getValue(), leaves));
    return leaves;
  }

  private static void collect(String name, Array array, Map<String, Array> leaves) {
    if (array instanceof Struct struct && struct.getNumElements() == 1) {
      struct
          .getFieldNames()
          .forEach(field -> collect(name + "." + field, struct.get(field), leaves));
    } else if (array instanceof Cell cell) {
      for (int i = 0; i < cell.getNumElements(); i++) {
        collect(name + "{" + (i + 1) + "}", cell.get(i), leaves);
      }
    } else {
      leaves.put(name, array);
    }
  }
}
