package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FvecsFileTest {
  @TempDir Path folder;

  @Test
  void rowsOfFloatsBytesAndIntegersAreRead() throws IOException {
    Path floats =
        write(
            "a.fvecs",
            little(24).putInt(2).putFloat(1).putFloat(-2.5f).putInt(2).putFloat(3).putFloat(4));
    assertArrayEquals(new float[] {1, -2.5f, 3, 4}, VectorFiles.read(floats).toArray());
    Path bytes = write("a.bvecs", little(6).putInt(2).put((byte) 7).put((byte) 255));
    assertArrayEquals(new float[] {7, 255}, VectorFiles.read(bytes).toArray());
    Path whole = write("a.ivecs", little(8).putInt(1).putInt(-9));
    assertArrayEquals(new float[] {-9}, VectorFiles.read(whole).toArray());
  }

  @Test
  void rowsOfUnequalLengthAreRefused() throws IOException {
    Path file = write("a.fvecs", little(32).putInt(1).putFloat(1).putInt(1).putFloat(2).putInt(3));
    assertRefused(
        file + ": row 2 promises 3 numbers, row 0 has 1; give rows of equal length",
        () -> VectorFiles.read(file));
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    Path file = write("a.fvecs", little(11).putInt(2).putFloat(1));
    assertRefused(
        file
            + ": rows of 2 numbers take 12 bytes each, there are 11; the file is cut short: fetch"
            + " it again",
        () -> VectorFiles.read(file));
    Path empty = write("b.fvecs", little(2));
    assertRefused(
        empty + ": has 2 bytes; fetch the file again, or name it after its format",
        () -> VectorFiles.read(empty));
    Path absurd = write("c.fvecs", little(8).putInt(-1));
    assertRefused(
        absurd + ": promises rows of -1 numbers; fetch the file again, or name it after its format",
        () -> VectorFiles.read(absurd));
  }

  private Path write(String name, ByteBuffer bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes.array());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
