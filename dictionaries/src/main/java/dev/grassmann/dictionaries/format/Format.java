package dev.grassmann.dictionaries.format;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a dictionary can be kept in. */
public enum Format {
  /** {@code dictionary.json} and {@code dictionary.safetensors}. */
  GRASSMANN("dictionary.json") {
    @Override
    Dictionary read(Path folder) {
      return Dictionary.load(folder);
    }

    @Override
    public void write(Dictionary dictionary, RunFolder folder) {
      dictionary.save(folder);
    }
  },
  /** {@code cfg.json} and {@code sae_weights.safetensors}, as SAELens 6 keeps them. */
  SAE_LENS(SaeLens.WEIGHTS) {
    @Override
    Dictionary read(Path folder) {
      return SaeLensReader.read(folder);
    }

    @Override
    public void write(Dictionary dictionary, RunFolder folder) {
      SaeLensWriter.write(dictionary, folder);
    }
  },
  /** {@code cfg.json} and {@code sae.safetensors}, as EleutherAI's sparsify keeps them. */
  SPARSIFY(Sparsify.WEIGHTS) {
    @Override
    Dictionary read(Path folder) {
      return Sparsify.read(folder);
    }

    @Override
    public void write(Dictionary dictionary, RunFolder folder) {
      Sparsify.write(dictionary, folder);
    }
  };

  private final String sign;

  Format(String sign) {
    this.sign = sign;
  }

  /** Reads a folder that is in this format. */
  abstract Dictionary read(Path folder);

  /**
   * Writes a dictionary in this format.
   *
   * @throws InputException where the format has no room for something that the codes depend on
   */
  public abstract void write(Dictionary dictionary, RunFolder folder);

  /**
   * Reads a dictionary in whatever format it is.
   *
   * @param path a folder, or a {@code dictionary.json}
   * @throws InputException where the folder holds none of the formats, or what it holds cannot be
   *     used
   */
  public static Dictionary load(Path path) {
    if (Files.isDirectory(path)) {
      for (Format format : values()) {
        if (Files.isRegularFile(path.resolve(format.sign))) {
          return format.read(path);
        }
      }
    }
    return Dictionary.load(path); // which says what is missing
  }
}
