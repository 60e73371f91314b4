package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a comparison may use.
 *
 * @param cache folder for environments and work files, kept from run to run
 * @param checkouts folder with checkouts of peers that are not packaged, where the user named one
 * @param python command that makes virtual environments
 * @param launcher script that starts our command line
 * @param pairs how many times both sides do the work in turns, at least 1
 * @param say takes lines about what is going on
 */
record Bench(
    Path cache,
    Optional<Path> checkouts,
    String python,
    Path launcher,
    int pairs,
    Consumer<String> say) {

  /** A folder for the work files of one comparison, made where missing. */
  Path work(String comparison) {
    Path folder = cache.resolve("work").resolve(comparison);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "cannot be made (" + e.getMessage() + ")",
          folder.toString(),
          "set XDG_CACHE_HOME to a folder that can be written",
          e);
    }
  }

  /**
   * The virtual environment with one group of peers: {@code outrank}, {@code numpy}, {@code torch}.
   */
  PeerEnvironment environment(String group) {
    return PeerEnvironment.ready(cache.resolve("peers"), group, python, say);
  }

  /** Folder of a checkout, or empty where the user has none; then the comparison skips its rows. */
  Optional<Path> checkout(String name) {
    Optional<Path> folder = checkouts.map(all -> all.resolve(name)).filter(Files::isDirectory);
    if (folder.isEmpty()) {
      say.accept(
          "  skipped: needs a checkout named "
              + name
              + " in the folder given by --peers or GRASSMANN_PEERS");
    }
    return folder;
  }

  /** A run's folder is written once; the last turn's goes. */
  static Path emptied(Path run) {
    if (Files.exists(run)) {
      try (Stream<Path> all = Files.walk(run)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return run;
  }
}
