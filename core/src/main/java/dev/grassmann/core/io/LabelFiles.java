package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads one class a row: from .npy, IDX, a text file of one a line, or a table's column. */
public final class LabelFiles {
  private LabelFiles() {}

  /**
   * @param argument a file, or one column, array or variable of it: {@code table.csv:column},
   *     {@code arrays.npz:name}
   * @throws InputException where it cannot be read, or a .npy or IDX file has more than one column
   */
  public static Labels read(String argument) {
    FilePart named = FilePart.of(Path.of(argument));
    Path file = named.file();
    InputFiles.require(file);
    if (named.ends(".npz")) {
      return numbers(NpzFile.read(file, named.part(), NpyStream::column));
    }
    if (named.ends(".safetensors")) {
      return numbers(SafetensorsFile.open(file).doubles(named.part()));
    }
    if (named.ends(".mat") && !named.part().isEmpty()) {
      return numbers(MatFile.open(file).column(named.part()));
    }
    if (named.ends(".libsvm", ".svm", ".libsvm.gz", ".svm.gz")) {
      return LibsvmFile.read(file).labels();
    }
    if (!named.part().isEmpty()) {
      return column(file, named.part());
    }
    if (named.ends(".npy", ".npy.gz")) {
      return numbers(NpyFile.column(file));
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.matches(".*(idx1|labels).*ubyte(\\.gz)?")) {
      return bytes(IdxFile.read(file), file);
    }
    return lines(file);
  }

  static Labels bytes(IdxFile idx, Path file) {
    if (idx.shape().length != 1) {
      throw InputException.file(file, "has more than one number a row", "give a file of labels");
    }
    List<String> names = new ArrayList<>();
    for (byte b : idx.bytes()) {
      names.add(Integer.toString(b & 0xff));
    }
    return Labels.of(names);
  }

  private static Labels numbers(double[] values) {
    return Labels.of(Arrays.stream(values).mapToObj(LabelFiles::text).toList());
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static Labels column(Path table, String column) {
    var values = TableFiles.read(table, TableRead.ALL.withColumns(List.of(column))).column(column);
    return Labels.of(IntStream.range(0, values.rows()).mapToObj(values::text).toList());
  }

  private static Labels lines(Path file) {
    List<String> names = new ArrayList<>();
    try (BufferedReader reader = TextFiles.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        names.add(line.strip());
      }
    } catch (IOException e) {
      throw new InputException("cannot be read", file.toString(), "check the file", e);
    }
    return Labels.of(hasHeading(names) ? names.subList(1, names.size()) : names);
  }

  /** A word that occurs once, above numbers or as the usual names of such a column. */
  private static boolean hasHeading(List<String> lines) {
    if (lines.size() < 2) {
      return false;
    }
    String first = lines.get(0);
    boolean numbers = lines.subList(1, lines.size()).stream().allMatch(l -> l.matches("-?\\d+"));
    boolean usual = first.matches("(?i)labels?|class|target");
    return (usual || numbers && !first.matches("-?\\d+"))
        && !lines.subList(1, lines.size()).contains(first);
  }
}
