package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of NumPy's are read, whatever their number type, order of bytes and order of axes. */
class NpyFileTest {
  private static final float[] NUMBERS = {0, -1.5f, 2.25f, 1024, -0.125f, 60000};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbers_little_f2.npy",
        "numbers_little_f4.npy",
        "numbers_little_f8.npy",
        "numbers_big_f2.npy",
        "numbers_big_f4.npy",
        "numbers_big_f8.npy",
        "fortran.npy",
        "version2.npy",
        "numbers.npy.gz",
        "two.npz:numbers",
      })
  void everyFloatingTypeOrderAndWrappingGivesTheSameNumbers(String name) {
    Vectors vectors = read(name);
    assertEquals(3, vectors.n());
    assertEquals(2, vectors.d());
    assertArrayEquals(NUMBERS, vectors.toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "whole_i1.npy",
        "whole_little_i2.npy",
        "whole_little_i4.npy",
        "whole_little_i8.npy",
        "whole_u1.npy",
        "whole_little_u2.npy",
        "whole_little_u4.npy",
        "whole_little_u8.npy",
        "whole_big_i2.npy",
        "whole_big_u4.npy",
        "whole_big_i8.npy",
        "two.npz:whole",
        "one.npz",
      })
  void everyWholeTypeGivesTheSameNumbers(String name) {
    assertArrayEquals(new float[] {0, 1, 2, 100, 5, 127}, read(name).toArray());
  }

  @Test
  void signsAndTheUppermostBitAreKept() {
    assertArrayEquals(new float[] {0, -1, -2, -100, -5, -127}, read("negative_i1.npy").toArray());
    assertArrayEquals(
        new float[] {0x1p63f + 0x1p40f, 0x1p64f}, read("large_u8.npy").toArray()); // 2^64 - 1
    assertArrayEquals(new float[] {0, 0, 1, 1, 1, 1}, read("truth.npy").toArray());
  }

  @Test
  void moreAxesThanTwoMakeLongerRows() {
    Vectors cube = read("cube.npy");
    assertEquals(4, cube.n());
    assertEquals(6, cube.d());
    float[] row = new float[6];
    cube.copyRow(2, row);
    assertArrayEquals(new float[] {12, 13, 14, 15, 16, 17}, row);
  }

  @Test
  void aLineOfNumbersIsAColumnOfLabelsButNotRows() {
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, NpyFile.column(Fixtures.file("line.npy")));
    Path file = Fixtures.file("line.npy");
    assertRefused(
        file
            + ": has 1 axis, not rows and columns; reshape it to n x d, e.g. x[:, None], and save"
            + " it again",
        () -> NpyFile.read(file));
    Path cube = Fixtures.file("cube.npy");
    assertRefused(
        cube + ": has more than one number a row; give an array of one axis or one column",
        () -> NpyFile.column(cube));
  }

  @Test
  void wordsAreRefused() {
    Path file = Fixtures.file("words.npy");
    assertRefused(
        file
            + ": the header does not say number type, order and shape as NumPy does for plain"
            + " numbers; write it with numpy.save, as float32",
        () -> NpyFile.read(file));
  }

  @Test
  void anArchiveOfTwoArraysWantsAName() {
    Path file = Fixtures.file("two.npz");
    assertRefused(
        file + ": holds 2 arrays; name one as two.npz:name; there are numbers, whole",
        () -> VectorFiles.read(file));
    assertRefused(
        file + ": has no array 'x'; name one as two.npz:name; there are numbers, whole",
        () -> read("two.npz:x"));
  }

  @Property(tries = 60)
  void whatIsWrittenIsReadBackRowByRow(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll float first,
      @ForAll int seed)
      throws IOException {
    float[] numbers = new float[n * d];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = first + seed * (float) i;
    }
    Path file = Files.createTempFile("round", ".npy");
    NpyFile.write(file, Vectors.of(numbers, n, d));
    Vectors read = NpyFile.read(file);
    assertArrayEquals(numbers, read.toArray());
    float[] row = new float[d];
    read.copyRow(n - 1, row);
    assertArrayEquals(Arrays.copyOfRange(numbers, (n - 1) * d, n * d), row);
    assertEquals(0, (Files.size(file) - 4L * n * d) % 64);
    Files.delete(file);
  }

  @Test
  void aFileCutShortIsRefusedWithBothSizes() throws IOException {
    Path file = folder.resolve("x.npy");
    NpyFile.write(file, Vectors.of(new float[6], 3, 2));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(
        file + ": the header promises 24 bytes, 23 follow; the file is cut short: fetch it again",
        () -> NpyFile.read(file));
    Files.write(file, Arrays.copyOf(whole, 20));
    assertRefused(
        file + ": the header promises 118 bytes, 10 follow; the file is cut short: fetch it again",
        () -> NpyFile.read(file));
    Files.write(file, new byte[0]);
    assertRefused(
        file + ": is not an .npy file; write it with numpy.save", () -> NpyFile.read(file));
  }

  @Test
  void shapesThatLieAreRefused() throws IOException {
    assertShapeRefused(
        "4611686018427387904, 4", ": the header's shape is absurd; fetch the file again");
    assertShapeRefused(
        "99999999999999999999, 4",
        ": the header's shape has '99999999999999999999'; fetch the file again");
    assertShapeRefused("0, 4", ": has 0 rows; give 1 to 2,147,483,639 of them");
    assertShapeRefused(
        "2000000, 1000000",
        ": the header promises 8000000000000 bytes, 0 follow; the file is cut short: fetch it"
            + " again");
  }

  @Test
  void aRowThatDoesNotExistIsAnErrorOfTheProgram() {
    Vectors vectors = read("numbers_little_f4.npy");
    assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyRows(2, 2, new float[4], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyRow(0, new float[1]));
    assertEquals(List.of(2, 1), List.of(vectors.slice(0, 2).n(), vectors.slice(1, 2).n()));
  }

  private void assertShapeRefused(String shape, String what) throws IOException {
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }\n";
    byte[] header = ("XNUMPY__HH" + text).getBytes(StandardCharsets.US_ASCII);
    header[0] = (byte) 0x93;
    header[6] = 1;
    header[7] = 0;
    header[8] = (byte) text.length();
    header[9] = 0;
    Path file = Files.write(folder.resolve("x.npy"), header);
    assertRefused(file + what, () -> NpyFile.read(file));
  }

  private static Vectors read(String name) {
    String file = name.replaceAll(":.*", "");
    return VectorFiles.read(Path.of(Fixtures.file(file) + name.substring(file.length())));
  }
}
