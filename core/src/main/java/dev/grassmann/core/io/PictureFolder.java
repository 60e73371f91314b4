package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** PNG and JPEG pictures of one size in a folder or zip file; a picture's folder is its class. */
final class PictureFolder {
  /** Numbers of a float array that a JVM of 4 GiB can hold. */
  private static final long MOST = 1L << 29;

  private final Path origin;
  private final List<Path> files = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private int width;
  private int height;

  private PictureFolder(Path origin) {
    this.origin = origin;
  }

  static Images read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        return new PictureFolder(file).read(List.of(file));
      }
      try (FileSystem zip = FileSystems.newFileSystem(file)) {
        List<Path> roots = new ArrayList<>();
        zip.getRootDirectories().forEach(roots::add);
        return new PictureFolder(file).read(roots);
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof InputException refused) {
        throw refused;
      }
      throw new InputException(
          "cannot be read as pictures", file.toString(), "check that the archive is whole", e);
    }
  }

  private Images read(List<Path> roots) throws IOException {
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(p -> p.toString().matches("(?i).*\\.(png|jpe?g)")).sorted().forEach(files::add);
      }
    }
    if (files.isEmpty()) {
      throw InputException.file(origin, "holds no PNG or JPEG pictures", "give another folder");
    }
    Picture first = picture(0);
    width = first.width();
    height = first.height();
    requireRoom(1);
    float[] pixels = new float[files.size() * plane()];
    boolean colour = false;
    for (int i = 0; i < files.size(); i++) {
      Picture picture = i == 0 ? first : picture(i);
      requireSize(picture);
      if (!colour && !picture.copyGrey(pixels, i * plane())) {
        requireRoom(3);
        pixels = coloured(pixels, i);
        colour = true;
      }
      if (colour) {
        picture.copyColour(pixels, 3 * i * plane());
      }
      Path parent = files.get(i).getParent();
      classes.add(parent == null || parent.getFileName() == null ? "" : name(parent));
    }
    int channels = colour ? 3 : 1;
    Labels labels = Labels.of(classes);
    Vectors rows = Vectors.of(pixels, files.size(), channels * plane());
    return new Images(
        rows, channels, height, width, Optional.of(labels).filter(l -> l.classes() > 1));
  }

  private int plane() {
    return width * height;
  }

  private void requireRoom(int channels) {
    long numbers = (long) files.size() * channels * width * height;
    if (numbers > MOST) {
      throw InputException.file(
          origin, files.size() + " pictures need " + numbers + " numbers", "give fewer or smaller");
    }
  }

  /** The first pictures with three equal planes each, and room for all: the next has colour. */
  private float[] coloured(float[] grey, int pictures) {
    float[] pixels = new float[3 * grey.length];
    for (int i = 0; i < pictures; i++) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(grey, i * plane(), pixels, (3 * i + c) * plane(), plane());
      }
    }
    return pixels;
  }

  private static String name(Path folder) {
    String name = folder.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private Picture picture(int i) {
    Path file = files.get(i);
    return Picture.read(file, Files.isDirectory(origin) ? file.toString() : origin + " " + file);
  }

  private void requireSize(Picture picture) {
    if (picture.width() != width || picture.height() != height) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "is of %d x %d pixels, the first of %d x %d",
              picture.width(),
              picture.height(),
              width,
              height),
          picture.where(),
          "give pictures of one size");
    }
  }
}
