package dev.grassmann.cli.method;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** Chooses the folder of a run, and clears it away where the run left nothing. */
final class OutputFolder {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path path;
  private final boolean made;

  private OutputFolder(Path path, boolean made) {
    this.path = path;
    this.made = made;
  }

  /**
   * The folder that the user gave, or {@code runs/TIME-NAME}.
   *
   * @throws InputException where the folder already holds a finished run and it is not resumed, or
   *     is to be resumed and does not exist
   */
  static OutputFolder choose(RunOptions options, String name) {
    if (options.out() == null) {
      return new OutputFolder(
          unused(LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-" + name), true);
    }
    Path path = options.out();
    if (options.resume() && !Files.isDirectory(path)) {
      throw InputException.file(path, "there is no run to resume", "check --out");
    }
    if (!options.resume() && Files.exists(path.resolve("run.json"))) {
      throw InputException.file(path, "already holds a run", "give another --out, or delete it");
    }
    return new OutputFolder(path, !Files.exists(path));
  }

  RunFolder open() {
    return RunFolder.at(path);
  }

  /** Removes the folder if this run made it and nothing was written into it. */
  void removeIfEmpty() {
    if (!made || !Files.isDirectory(path)) {
      return;
    }
    try {
      if (isEmpty(path)) {
        Files.delete(path);
        Path parent = path.getParent();
        if (parent != null && parent.endsWith("runs") && isEmpty(parent)) {
          Files.delete(parent);
        }
      }
    } catch (IOException e) {
      // an empty folder left behind harms nobody, and the run's own outcome is the news
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static Path unused(String name) {
    Path path = Path.of("runs", name);
    for (int i = 2; Files.exists(path); i++) {
      path = Path.of("runs", name + "-" + i);
    }
    return path;
  }
}
