package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** NumPy's .npz: a zip of .npy files. */
final class NpzFile {
  private static final String ENDING = ".npy";

  private NpzFile() {}

  interface Reading<T> {
    T read(InputStream npy, String where) throws IOException;
  }

  /** Rows of the array of this name; of the only one where the name is empty. */
  static Vectors read(Path file, String name) {
    return read(file, name, NpyStream::rows);
  }

  static <T> T read(Path file, String name, Reading<T> reading) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String chosen = choose(file, names(zip), name);
      ZipEntry entry = zip.getEntry(chosen + ENDING);
      try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
        return reading.read(in, file + " array '" + chosen + "'");
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // a broken zip can raise anything
      throw new InputException(
          "cannot be read as a .npz file", file.toString(), "fetch or save it again", e);
    }
  }

  private static List<String> names(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(n -> n.endsWith(ENDING))
        .map(n -> n.substring(0, n.length() - ENDING.length()))
        .toList();
  }

  private static String choose(Path file, List<String> names, String name) {
    if (name.isEmpty() && names.size() == 1) {
      return names.get(0);
    }
    if (name.isEmpty() || !names.contains(name)) {
      throw InputException.file(
          file,
          name.isEmpty() ? "holds " + names.size() + " arrays" : "has no array '" + name + "'",
          "name one as " + file.getFileName() + ":name; " + NameList.of("there are", names));
    }
    return name;
  }
}
