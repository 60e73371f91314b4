package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/**
 * Every binary format, cut at every byte of its head and with every byte of head and tail set to
 * extremes: it is read or refused, in time and without much memory; nothing else comes out.
 */
class BrokenFilesTest {
  private static final int HEAD = 400;
  private static final int TAIL = 120;
  private static final long MOST_MEMORY = 64L << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  @Test
  void npy() throws IOException {
    breakAll("x.npy", Files.readAllBytes(Fixtures.file("numbers_little_f4.npy")));
    breakAll("fortran.npy", Files.readAllBytes(Fixtures.file("fortran.npy")));
  }

  @Test
  void npyInGzip() throws IOException {
    breakAll("x.npy.gz", Files.readAllBytes(Fixtures.file("numbers.npy.gz")));
  }

  @Test
  void npz() throws IOException {
    breakAll("stored.npz", Files.readAllBytes(Fixtures.file("two.npz")));
    breakAll("deflated.npz", Files.readAllBytes(Fixtures.file("one.npz")));
  }

  @Test
  void safetensors() throws IOException {
    breakAll("x.safetensors", Files.readAllBytes(Fixtures.file("numbers.safetensors")));
  }

  @Test
  void fvecs() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < 3; row++) {
      bytes.putInt(2).putFloat(row).putFloat(-row);
    }
    breakAll("x.fvecs", bytes.array());
  }

  @Test
  void idx() throws IOException {
    byte[] plain = idxBytes();
    breakAll("idx3-ubyte", plain);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    breakAll("idx3-ubyte.gz", packed.toByteArray());
  }

  @Test
  void pngAndJpegInAZip() throws IOException {
    breakAll("png.zip", zip("a/x.png", picture("png")));
    breakAll("jpeg.zip", zip("a/x.jpg", picture("jpg")));
  }

  @Test
  void matlab() throws IOException {
    Matrix matrix = Mat5.newMatrix(3, 2);
    for (int i = 0; i < 6; i++) {
      matrix.setDouble(i, i * 0.5);
    }
    Path file = folder.resolve("good.mat");
    try (var sink = Sinks.newStreamingFile(file.toFile())) {
      Mat5.newMatFile().addArray("X", matrix).writeTo(sink);
    }
    breakAll("x.mat", Files.readAllBytes(file));
  }

  @Test
  void parquet() throws IOException, SQLException {
    Path file = folder.resolve("good.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (SELECT 1.5 AS a, 2 AS b) TO '" + file + "' (FORMAT parquet)");
    }
    byte[] good = Files.readAllBytes(file);
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          for (int i = 0; i < good.length; i += 7) { // each needs a start of DuckDB
            byte[] bad = good.clone();
            bad[i] ^= (byte) 0xff;
            read("x.parquet", bad, "byte " + i + " flipped");
            read("x.parquet", Arrays.copyOf(good, i), "cut at " + i);
          }
        });
  }

  private static byte[] idxBytes() {
    return ByteBuffer.allocate(16 + 8)
        .putInt(0x803)
        .putInt(2)
        .putInt(2)
        .putInt(2)
        .put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
        .array();
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 2, 0x336699);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** Not deflated, so that the head of the picture itself is met. */
  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return out.toByteArray();
  }

  private void breakAll(String name, byte[] good) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          assertTrue(read(name, good, "whole"), name + " is read while it is whole");
          for (int i = 0; i < good.length; i++) {
            if (i >= HEAD && i < good.length - TAIL) {
              continue;
            }
            read(name, Arrays.copyOf(good, i), "cut at " + i);
            for (int value : new int[] {0x00, 0xff, 0x7f, good[i] ^ 0xff, good[i] ^ 1}) {
              byte[] bad = good.clone();
              bad[i] = (byte) value;
              read(name, bad, "byte " + i + " set to " + (value & 0xff));
            }
          }
        });
  }

  /** Whether it was read; fails for all but an orderly refusal. */
  private boolean read(String name, byte[] content, String what) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Path named = name.equals("stored.npz") ? Path.of(file + ":numbers") : file;
    if (name.endsWith(".safetensors")) {
      named = Path.of(file + ":numbers");
    }
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    boolean done = false;
    try {
      Vectors vectors = VectorFiles.read(named);
      float[] row = new float[vectors.d()];
      vectors.copyRow(0, row);
      vectors.copyRow(vectors.n() - 1, row);
      done = true;
    } catch (InputException e) {
      assertTrue(e.getMessage().contains(name), () -> name + " " + what + ": " + e);
    } catch (Throwable e) {
      fail(name + " " + what + " gave " + e, e);
    }
    long memory = THREADS.getThreadAllocatedBytes(thread) - before;
    // MFL makes arrays of any size that a tag promises; where memory ends, we refuse
    long most = name.endsWith(".mat") ? Runtime.getRuntime().maxMemory() : MOST_MEMORY;
    assertTrue(memory < most, name + " " + what + " took " + memory + " bytes");
    Files.delete(file);
    return done;
  }
}
