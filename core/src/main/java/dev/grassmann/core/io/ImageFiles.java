package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads images: IDX files, MATLAB files of square images, folders and zip files of PNG and JPEG.
 */
public final class ImageFiles {
  private ImageFiles() {}

  /** Whether a file or folder holds images that {@link #read} knows. */
  public static boolean isImages(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isDirectory(file)
        || name.endsWith(".zip")
        || name.matches(".*idx3.*ubyte(\\.gz)?")
        || name.endsWith(".mat") && name.matches(".*_\\d+x\\d+.*|.*coil.*");
  }

  /**
   * @throws InputException where there is no such file, or it holds no images of one size
   */
  public static Images read(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!Files.exists(file)) {
      throw InputException.file(file, "there is no such file", "check the path");
    }
    if (Files.isDirectory(file) || name.endsWith(".zip")) {
      return PictureFolder.read(file);
    }
    if (name.endsWith(".mat")) {
      return matlab(file);
    }
    return idx(file);
  }

  private static Images idx(Path file) {
    IdxFile idx = IdxFile.read(file);
    if (idx.shape().length != 3) {
      throw InputException.file(
          file, "has " + idx.shape().length + " axes", "images need n x height x width");
    }
    float[] pixels = new float[idx.bytes().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (idx.bytes()[i] & 0xff) / 255f;
    }
    int height = idx.shape()[1];
    int width = idx.shape()[2];
    Vectors rows = Vectors.of(pixels, idx.shape()[0], height * width);
    Path labels =
        file.resolveSibling(
            file.getFileName().toString().replace("images", "labels").replace("idx3", "idx1"));
    Optional<Labels> classes =
        Files.isRegularFile(labels) && !labels.equals(file)
            ? Optional.of(LabelFiles.bytes(IdxFile.read(labels), labels))
            : Optional.empty();
    return new Images(rows, 1, height, width, classes.filter(l -> l.n() == rows.n()));
  }

  /** MATLAB stores columns first, so a picture's rows and columns change places. */
  private static Images matlab(Path file) {
    MatFile mat = MatFile.open(file);
    Vectors rows = mat.vectors("");
    int side = (int) Math.round(Math.sqrt(rows.d()));
    if (side * side != rows.d()) {
      throw InputException.file(
          file, rows.d() + " numbers a row make no square image", "read it as vectors");
    }
    float[] stored = rows.toArray();
    float most = 0;
    for (float value : stored) {
      most = Math.max(most, value);
    }
    float scale = most > 1 ? 1 / 255f : 1;
    float[] pixels = new float[stored.length];
    for (int i = 0; i < rows.n(); i++) {
      int at = i * rows.d();
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          pixels[at + y * side + x] = stored[at + x * side + y] * scale;
        }
      }
    }
    return new Images(
        Vectors.of(pixels, rows.n(), rows.d()),
        1,
        side,
        side,
        Optional.ofNullable(mat.labels(rows.n())));
  }
}
