package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a user names: a file, or one array, tensor, variable or column of it as {@code file:part}.
 *
 * @param file a file or folder that exists
 * @param part empty for the whole
 */
record FilePart(Path file, String part) {
  /**
   * @throws InputException where there is no such file
   */
  static FilePart of(Path argument) {
    if (Files.exists(argument)) {
      return new FilePart(argument, "");
    }
    String text = argument.toString();
    int colon = text.lastIndexOf(':');
    Path file = colon > 1 ? Path.of(text.substring(0, colon)) : argument; // 1: a Windows drive
    if (!Files.exists(file)) {
      throw InputException.file(file, "there is no such file", "check the path");
    }
    return new FilePart(file, colon > 1 ? text.substring(colon + 1) : "");
  }

  /** Whether the file's name ends with one of these. */
  boolean ends(String... endings) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String plain = name.toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
