package dev.grassmann.tables.dsir;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where weights are kept, which are too many for memory: the run's folder, or a temporary one. */
final class WeightsFolder {
  private WeightsFolder() {}

  static Path of(Run run) {
    return run.folder().map(RunFolder::path).orElseGet(WeightsFolder::temporary);
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("grassmann-weights");
      folder.toFile().deleteOnExit();
      for (String name : List.of(StoredWeights.LOG_WEIGHTS, StoredWeights.LENGTHS)) {
        folder.resolve(name).toFile().deleteOnExit(); // registered last, deleted first
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("making a temporary folder", e);
    }
  }
}
