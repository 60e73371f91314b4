package dev.grassmann.engine.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Learnt parameters as a safetensors file: one tensor a parameter, under the parameter's name. */
public final class ParameterFile {
  private ParameterFile() {}

  /** Writes the file, whole or not at all. */
  public static void write(List<? extends Parameter> parameters, Path file) {
    State state = State.empty();
    parameters.forEach(parameter -> ParameterValues.save(parameter, state));
    SafetensorsWriter writer = new SafetensorsWriter();
    state.addTo(writer);
    try {
      writer.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /**
   * Overwrites the parameters with the file's numbers; tensors of other names are left alone.
   *
   * @throws InputException where a parameter is missing or has another shape there
   */
  public static void read(Path file, List<? extends Parameter> parameters) {
    State state = State.of(SafetensorsFile.open(file));
    try {
      parameters.forEach(parameter -> ParameterValues.load(parameter, state));
    } catch (IllegalStateException e) {
      throw new InputException(
          e.getMessage().replace("checkpoint", "file"),
          file.toString(),
          "give a file of the same model",
          e);
    }
  }
}
