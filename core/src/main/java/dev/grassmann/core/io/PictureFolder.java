package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** PNG and JPEG pictures of one size in a folder or zip file; a picture's folder is its class. */
final class PictureFolder {
  /** Numbers of a float array that a JVM of 4 GiB can hold. */
  private static final long MOST = 1L << 29;

  private final Path origin;
  private final List<Path> files = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private int width;
  private int height;
  private boolean colour;

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
    List<BufferedImage> first = new ArrayList<>();
    for (Path file : files.subList(0, Math.min(16, files.size()))) {
      first.add(image(file));
    }
    width = first.get(0).getWidth();
    height = first.get(0).getHeight();
    colour = first.stream().anyMatch(PictureFolder::isColour);
    int channels = colour ? 3 : 1;
    long numbers = (long) files.size() * channels * width * height;
    if (numbers > MOST) {
      throw InputException.file(
          origin, files.size() + " pictures need " + numbers + " numbers", "give fewer or smaller");
    }
    float[] pixels = new float[(int) numbers];
    for (int i = 0; i < files.size(); i++) {
      copy(image(files.get(i)), files.get(i), pixels, i * channels * width * height);
      Path parent = files.get(i).getParent();
      classes.add(parent == null || parent.getFileName() == null ? "" : name(parent));
    }
    Labels labels = Labels.of(classes);
    Vectors rows = Vectors.of(pixels, files.size(), channels * width * height);
    return new Images(
        rows, channels, height, width, Optional.of(labels).filter(l -> l.classes() > 1));
  }

  private static String name(Path folder) {
    String name = folder.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private BufferedImage image(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      BufferedImage image = ImageIO.read(in);
      if (image == null) {
        throw new InputException(
            "is no picture", origin + " " + file, "leave it out or save it as PNG");
      }
      return image;
    }
  }

  private static boolean isColour(BufferedImage image) {
    return image.getColorModel().getNumColorComponents() > 1;
  }

  private void copy(BufferedImage image, Path file, float[] pixels, int at) {
    if (image.getWidth() != width || image.getHeight() != height) {
      throw new InputException(
          "is of "
              + image.getWidth()
              + " x "
              + image.getHeight()
              + " pixels, the first of "
              + width
              + " x "
              + height,
          origin + " " + file,
          "give pictures of one size");
    }
    int plane = width * height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(x, y);
        float red = (rgb >> 16 & 0xff) / 255f;
        float green = (rgb >> 8 & 0xff) / 255f;
        float blue = (rgb & 0xff) / 255f;
        int place = at + y * width + x;
        if (colour) {
          pixels[place] = red;
          pixels[place + plane] = green;
          pixels[place + 2 * plane] = blue;
        } else {
          pixels[place] = (red + green + blue) / 3;
        }
      }
    }
  }
}
