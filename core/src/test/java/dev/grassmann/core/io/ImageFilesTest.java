package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
  @TempDir Path folder;

  @Test
  void coloursLieInPlanesAndFoldersAreClasses() throws IOException {
    png(folder.resolve("cat/1.png"), BufferedImage.TYPE_INT_RGB, 0xff0000, 0x003300);
    png(folder.resolve("dog/1.PNG"), BufferedImage.TYPE_INT_RGB, 0x0000ff, 0xffffff);
    Images images = ImageFiles.read(folder);
    assertEquals(List.of(2, 3, 1, 2), shape(images));
    assertArrayEquals(
        new float[] {1, 0, 0, 0.2f, 0, 0, 0, 1, 0, 1, 1, 1}, images.pixels().toArray());
    assertEquals(List.of("cat", "dog"), images.labels().orElseThrow().names());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void greyIsOneChannelOfTheStoredNumbersHoweverItIsStored(int type) throws IOException {
    BufferedImage image = new BufferedImage(2, 1, type);
    for (int x = 0; x < 2; x++) {
      if (image.getRaster().getNumBands() == 1 && type != BufferedImage.TYPE_BYTE_INDEXED) {
        int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65535 : 255;
        image.getRaster().setSample(x, 0, 0, (x + 1) * most / 5);
      } else {
        image.setRGB(x, 0, 0xff000000 | (x + 1) * 0x333333);
      }
    }
    ImageIO.write(image, "png", folder.resolve("a.png").toFile());
    Images images = ImageFiles.read(folder);
    assertEquals(List.of(1, 1, 1, 2), shape(images));
    assertArrayEquals(new float[] {0.2f, 0.4f}, images.pixels().toArray(), 1e-6f);
  }

  @Test
  void picturesOfOneBitAreOneChannelOfNoughtAndOne() throws IOException {
    png(folder.resolve("a.png"), BufferedImage.TYPE_BYTE_BINARY, 0xffffff, 0);
    Images images = ImageFiles.read(folder);
    assertEquals(List.of(1, 1, 1, 2), shape(images));
    assertArrayEquals(new float[] {1, 0}, images.pixels().toArray());
  }

  @Test
  void aColouredPictureAfterGreyOnesMakesAllColoured() throws IOException {
    png(folder.resolve("1.png"), BufferedImage.TYPE_INT_RGB, 0x333333, 0xffffff);
    png(folder.resolve("2.png"), BufferedImage.TYPE_INT_RGB, 0, 0xff0000);
    Images images = ImageFiles.read(folder);
    assertEquals(List.of(2, 3, 1, 2), shape(images));
    assertArrayEquals(
        new float[] {0.2f, 1, 0.2f, 1, 0.2f, 1, 0, 1, 0, 0, 0, 0}, images.pixels().toArray());
    assertTrue(images.labels().isEmpty());
  }

  @Test
  void aZipIsReadLikeAFolder() throws IOException {
    Path zip = folder.resolve("x.zip");
    try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      for (String name : List.of("b", "a")) {
        Files.createDirectories(system.getPath(name));
        try (OutputStream out = Files.newOutputStream(system.getPath(name, "1.png"))) {
          ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", out);
        }
      }
    }
    Images images = ImageFiles.read(zip);
    assertEquals(List.of(2, 1, 2, 2), shape(images));
    assertEquals(List.of("a", "b"), images.labels().orElseThrow().names());
  }

  @Test
  void picturesOfTwoSizesAreRefused() throws IOException {
    png(folder.resolve("1.png"), BufferedImage.TYPE_INT_RGB, 0, 0);
    png(folder.resolve("2.png"), BufferedImage.TYPE_INT_RGB, 0, 0, 0);
    assertRefused(
        folder.resolve("2.png")
            + ": is of 3 x 1 pixels, the first of 2 x 1; give pictures of one size",
        () -> ImageFiles.read(folder));
  }

  @Test
  void absurdSizesAreRefusedBeforeTheyAreAllocated() throws IOException {
    Path file = folder.resolve("1.png");
    png(file, BufferedImage.TYPE_INT_RGB, 0, 0);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, 17);
    ByteBuffer.wrap(bytes).putInt(29, (int) crc.getValue());
    Files.write(file, bytes);
    assertRefused(
        file
            + ": claims 2000000000 x 2000000000 pixels in a file of "
            + bytes.length
            + " bytes; leave it out or fetch it again",
        () -> ImageFiles.read(folder));
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("1.png"), "hello");
    assertRefused(
        file + ": is no picture; leave it out or save it as PNG", () -> ImageFiles.read(folder));
    Files.delete(file);
    assertRefused(
        folder + ": holds no PNG or JPEG pictures; give another folder",
        () -> ImageFiles.read(folder));
    Path zip = Files.writeString(folder.resolve("x.zip"), "PK and no more");
    assertRefused(
        zip + ": cannot be read as pictures; check that the archive is whole",
        () -> ImageFiles.read(zip));
  }

  @Test
  void idxFilesFindTheirLabels() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 51, 102, -1};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};
    Path file = Files.write(folder.resolve("t-images-idx3-ubyte"), images);
    Files.write(folder.resolve("t-labels-idx1-ubyte"), labels);
    Images read = ImageFiles.read(file);
    assertEquals(List.of(2, 1, 1, 2), shape(read));
    assertArrayEquals(new float[] {0, 0.2f, 0.4f, 1}, read.pixels().toArray());
    assertEquals(List.of("7", "3"), read.labels().orElseThrow().names());
    Path packed = folder.resolve("packed-idx3-ubyte.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(images);
    }
    assertArrayEquals(new float[] {0, 0.2f, 0.4f, 1}, ImageFiles.read(packed).pixels().toArray());
  }

  @Test
  void idxHeadersThatLieAreRefused() throws IOException {
    Path file = folder.resolve("idx3-ubyte");
    byte[] good = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2};
    Files.write(file, Arrays.copyOf(good, 17));
    assertRefused(
        file + ": the header promises 2 bytes, 1 follow; the file is cut short: fetch it again",
        () -> ImageFiles.read(file));
    Files.write(file, Arrays.copyOf(good, 7));
    assertRefused(
        file + ": ends within its header; the file is cut short: fetch it again",
        () -> ImageFiles.read(file));
    good[4] = 0x7f;
    good[8] = 0x7f;
    Files.write(file, good);
    assertRefused(
        file + ": the header's shape is absurd; fetch the file again", () -> ImageFiles.read(file));
    good[2] = 13;
    Files.write(file, good);
    assertRefused(
        file + ": is not an IDX file of bytes; give the images or labels as MNIST has them",
        () -> ImageFiles.read(file));
  }

  private static void png(Path file, int type, int... rgb) throws IOException {
    BufferedImage image = new BufferedImage(rgb.length, 1, type);
    for (int x = 0; x < rgb.length; x++) {
      image.setRGB(x, 0, 0xff000000 | rgb[x]);
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private static List<Integer> shape(Images images) {
    return List.of(images.n(), images.channels(), images.height(), images.width());
  }
}
