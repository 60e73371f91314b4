package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of 6 GiB is gone through by a JVM that may hold half a GiB: every eighth MiB of it, 768
 * MiB in all, since a page that nobody reads costs nothing, and all rows about the borders of each
 * GiB.
 */
class LargeNpyTest {
  private static final int D = 1 << 10;
  private static final int N = 6 << 18; // 6 GiB of float32
  private static final int GIB = 1 << 18; // rows of a GiB

  @TempDir Path folder;

  @Test
  void aFileFarLargerThanTheHeapIsScanned() throws Exception {
    Path file = folder.resolve("large.npy");
    sparse(file);
    Path answer = folder.resolve("answer");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Scan.class.getName(),
                file.toString(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean ended = child.waitFor(120, TimeUnit.SECONDS);
    child.destroyForcibly();
    assertEquals("", Files.readString(folder.resolve("log")));
    assertEquals(true, ended);
    // 1 and 2 about each of five borders, 6 at the very end
    assertEquals(List.of("21.0, 6.0 at the last place"), Files.readAllLines(answer));
  }

  /**
   * All zeros but the last number, and those beside the borders of each GiB; the file system stores
   * no more than that.
   */
  private static void sparse(Path file) throws IOException {
    NpyFile.write(file, Vectors.of(new float[D], 1, D));
    byte[] head = new byte[128];
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.readFully(head);
      String text = new String(head, StandardCharsets.ISO_8859_1);
      String longer = text.replace("(1, " + D + ")", "(" + N + ", " + D + ")");
      String same = longer.substring(0, 127).stripTrailing(); // its blanks make up the difference
      access.seek(0);
      access.write(
          (same + " ".repeat(127 - same.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1));
      access.setLength(128 + 4L * N * D);
      put(access, (long) N * D - 1, 6);
      for (long border = GIB; border < N; border += GIB) {
        put(access, border * D - 1, 1);
        put(access, border * D, 2);
      }
    }
  }

  private static void put(RandomAccessFile access, long place, float number) throws IOException {
    access.seek(128 + 4 * place);
    access.writeInt(Integer.reverseBytes(Float.floatToIntBits(number)));
  }

  /** What the other JVM does. */
  static final class Scan {
    private Scan() {}

    public static void main(String[] arguments) throws IOException {
      Vectors vectors = NpyFile.read(Path.of(arguments[0]));
      int rows = 256;
      float[] block = new float[rows * vectors.d()];
      double sum = 0;
      for (int from = 0; from < vectors.n(); from += 64 * rows) {
        // the first block of each GiB reaches back over the border
        int first = from % GIB == 0 ? Math.max(0, from - 1) : from;
        vectors.copyRows(first, rows, block, 0);
        sum += sum(block);
      }
      vectors.copyRows(vectors.n() - rows, rows, block, 0);
      sum += sum(block);
      try (PrintWriter out = new PrintWriter(arguments[1], StandardCharsets.UTF_8)) {
        out.println(sum + ", " + block[block.length - 1] + " at the last place");
      }
    }

    private static double sum(float[] block) {
      double sum = 0;
      for (float number : block) {
        sum += number;
      }
      return sum;
    }
  }
}
