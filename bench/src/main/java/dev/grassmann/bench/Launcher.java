package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.nio.file.Path;
import java.util.Map;

/** How our own command line is started as a process of its own: as a user starts it. */
final class Launcher {
  private Launcher() {}

  /**
   * The launcher script of the repository that we were started from.
   *
   * @param environment of this process; the launcher sets {@code GRASSMANN_HOME}
   */
  static Path command(Map<String, String> environment) {
    String home = environment.get("GRASSMANN_HOME");
    if (home == null || home.isBlank()) {
      throw new InputException(
          "GRASSMANN_HOME is not set", "", "start with the 'grassmann' script of the repository");
    }
    return Path.of(home).resolve("grassmann");
  }
}
