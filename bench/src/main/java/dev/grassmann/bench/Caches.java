package dev.grassmann.bench;

import java.nio.file.Path;
import java.util.Map;

/** Where things lie that can be made again. */
final class Caches {
  private Caches() {}

  /** {@code $XDG_CACHE_HOME/grassmann}, else {@code .cache/grassmann} in the user's home. */
  static Path folder(Map<String, String> environment) {
    String given = environment.get("XDG_CACHE_HOME");
    Path cache =
        given == null || given.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(given);
    return cache.resolve("grassmann");
  }
}
