package dev.grassmann.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.AtomicFile;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.NpyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that a run leaves. Every file is written under a temporary name and renamed, so that a
 * killed run leaves no half file.
 */
public final class RunFolder {
  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens the folder, making it where it does not exist.
   *
   * @throws InputException where the path is a file or cannot be made
   */
  public static RunFolder at(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw InputException.file(path, "is a file, not a folder", "give another --out");
    }
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new InputException(
          "the folder cannot be made", path.toString(), "give another --out", e);
    }
    return new RunFolder(path);
  }

  public Path path() {
    return path;
  }

  /** Path of a file in the folder; the file need not exist. */
  public Path file(String name) {
    return path.resolve(name);
  }

  public boolean has(String name) {
    return Files.exists(file(name));
  }

  public void writeText(String name, String text) {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void writeJson(String name, JsonNode value) {
    writeText(name, Json.pretty(value) + "\n");
  }

  /** Writes vectors as a .npy file, n × d of float32. */
  public void writeNpy(String name, Vectors vectors) {
    try {
      NpyFile.write(file(name), vectors);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file(name), e);
    }
  }

  /** Writes a file whole or not at all. */
  public void write(String name, AtomicFile.Content content) {
    try {
      AtomicFile.write(file(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file(name), e);
    }
  }
}
