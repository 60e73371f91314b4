package dev.grassmann.core.subspace;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A subspace as a safetensors file: the tensor {@code basis}, d × k float64, and a word for it. */
final class SubspaceFile {
  private static final String BASIS = "basis";
  private static final String FORMAT = "grassmann subspace 1";

  private SubspaceFile() {}

  static void write(Subspace subspace, Path file) {
    try {
      new SafetensorsWriter()
          .metadata("format", FORMAT)
          .add(BASIS, subspace.basis(), subspace.ambientDimension(), subspace.dimension())
          .write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  static Subspace read(Path file) {
    SafetensorsFile tensors = SafetensorsFile.open(file);
    String format = tensors.metadata().getOrDefault("format", "");
    if (!format.equals(FORMAT)) {
      throw InputException.file(
          file,
          format.isEmpty() ? "holds no subspace" : "holds '" + format + "', not a subspace",
          "give a file that was saved as '" + FORMAT + "'");
    }
    List<Long> shape = tensors.shape(BASIS);
    if (shape.size() != 2 || Math.max(shape.get(0), shape.get(1)) > Integer.MAX_VALUE) {
      throw new InputException(
          "has shape " + shape + ", not d × k", file + " tensor '" + BASIS + "'", "save it again");
    }
    try {
      return Subspace.ofOrthonormal(
          tensors.doubles(BASIS), shape.get(0).intValue(), shape.get(1).intValue());
    } catch (InputException e) {
      String where = e.where().isEmpty() ? "" : " " + e.where();
      throw new InputException(e.what(), file + where, e.mend(), e);
    }
  }
}
