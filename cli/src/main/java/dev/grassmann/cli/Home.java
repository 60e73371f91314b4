package dev.grassmann.cli;

import dev.grassmann.core.InputException;
import java.nio.file.Path;

/** The folder that Grassmann lies in: {@code GRASSMANN_HOME}, which the launcher sets. */
public final class Home {
  private Home() {}

  /** A file of the documentation. */
  public static Path documents(String file) {
    String home = System.getenv("GRASSMANN_HOME");
    if (home == null || home.isBlank()) {
      throw new InputException(
          "GRASSMANN_HOME is not set", "", "start with the 'grassmann' script of the repository");
    }
    return Path.of(home).resolve("docs").resolve(file);
  }
}
