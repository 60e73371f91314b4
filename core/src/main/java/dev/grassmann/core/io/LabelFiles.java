package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reads one class a row: from .npy, IDX, a text file of one a line, or a table's column. */
public final class LabelFiles {
  private LabelFiles() {}

  /**
   * @param argument a file, or {@code table.csv:column}
   * @throws InputException where it cannot be read, or a .npy or IDX file has more than one column
   */
  public static Labels read(String argument) {
    int colon = argument.lastIndexOf(':');
    if (!Files.exists(Path.of(argument)) && colon > 1) {
      Path table = Path.of(argument.substring(0, colon));
      return column(table, argument.substring(colon + 1));
    }
    Path file = Path.of(argument);
    if (!Files.isRegularFile(file)) {
      throw InputException.file(file, "there is no such file", "check the path of the labels");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npy")) {
      return numbers(file);
    }
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

  private static Labels numbers(Path file) {
    List<Long> shape = NpyFile.shape(file);
    if (shape.size() > 1 && shape.get(1) != 1) {
      throw InputException.file(file, "has more than one number a row", "give a file of labels");
    }
    Vectors column = NpyFile.readColumn(file);
    float[] values = column.toArray();
    return Labels.of(IntStream.range(0, values.length).mapToObj(i -> text(values[i])).toList());
  }

  private static String text(float value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Float.toString(value);
  }

  private static Labels column(Path table, String column) {
    var values = TableFiles.read(table, new TableRead(0, 0, List.of(column))).column(column);
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
