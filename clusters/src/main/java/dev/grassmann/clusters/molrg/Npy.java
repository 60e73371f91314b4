package dev.grassmann.clusters.molrg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.NpyFile;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Vectors into a run's folder. */
final class Npy {
  private Npy() {}

  static void write(RunFolder folder, String name, Vectors vectors) {
    try {
      NpyFile.write(folder.file(name), vectors);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + folder.file(name), e);
    }
  }
}
