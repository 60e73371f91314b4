package dev.grassmann.dictionaries.command;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Processor;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.format.Format;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The dictionary that a command was told to use. */
final class Trained {
  private Trained() {}

  static SparseAutoencoder at(String folder, Run run) {
    if (folder.isBlank()) {
      throw new InputException(
          "no dictionary was given", "--dictionary", "give the folder of a sae train run");
    }
    LibTorch.start(run);
    Processor.warn(run);
    return SparseAutoencoder.of(Format.load(Path.of(folder)), run);
  }

  /** 0 stands for the sparsity that the dictionary was trained with. */
  static OptionalInt k(int k) {
    return k == 0 ? OptionalInt.empty() : OptionalInt.of(k);
  }
}
