package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The refusals that all readers share. */
final class InputFiles {
  private InputFiles() {}

  /**
   * @throws InputException where there is no file of this name
   */
  static void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw InputException.file(file, "there is no such file", "check the path");
    }
  }

  static InputException unreadable(Path file, Throwable cause) {
    return new InputException("cannot be read", file.toString(), "check path and rights", cause);
  }
}
