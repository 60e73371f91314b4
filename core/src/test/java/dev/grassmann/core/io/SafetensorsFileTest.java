package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the safetensors package are read; what we write is read by us and, by hand, by it. */
class SafetensorsFileTest {
  private static final float[] NUMBERS = {0, -1.5f, 2.25f, 1024, -0.125f, 60000};
  private static final String MEND =
      "; the file is cut short or no safetensors file: fetch or write it again";

  private final SafetensorsFile theirs = SafetensorsFile.open(Fixtures.file("numbers.safetensors"));

  @TempDir Path folder;

  @Test
  void namesShapesTypesAndMetadataAreThoseThatPythonWrote() {
    assertEquals(
        Set.of(
            "numbers", "half", "double", "whole", "small", "bytes", "truth", "scalar", "nothing"),
        theirs.names());
    assertEquals(List.of(3L, 2L), theirs.shape("numbers"));
    assertEquals(List.of(), theirs.shape("scalar"));
    assertEquals(List.of(0L, 4L), theirs.shape("nothing"));
    assertEquals("F16", theirs.type("half"));
    assertEquals(Map.of("made by", "NumPy"), theirs.metadata());
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbers", "half", "double"})
  void everyFloatingTypeGivesTheSameNumbers(String name) {
    assertArrayEquals(NUMBERS, theirs.floats(name));
    assertArrayEquals(NUMBERS, theirs.vectors(name).toArray());
    assertEquals(-0.125, theirs.doubles(name)[4]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "small", "bytes"})
  void everyWholeTypeGivesTheSameNumbers(String name) {
    assertArrayEquals(new long[] {0, 1, 2, 100, 5, 127}, theirs.longs(name));
    assertArrayEquals(new float[] {0, 1, 2, 100, 5, 127}, theirs.floats(name));
  }

  @Test
  void scalarsTruthValuesAndEmptyTensorsAreRead() {
    assertArrayEquals(new float[] {7.5f}, theirs.floats("scalar"));
    assertArrayEquals(new long[] {0, 0, 1, 1, 1, 1}, theirs.longs("truth"));
    assertArrayEquals(new float[0], theirs.floats("nothing"));
  }

  @Test
  void bfloat16KeepsTheUpperHalfOfTheBits() {
    assertArrayEquals(
        new float[] {0, -1.5f, 2.25f, 1024, -0.125f, 59904},
        SafetensorsFile.open(Fixtures.file("brain.safetensors")).floats("brain"));
  }

  @Test
  void whatATensorCannotGiveIsRefusedByName() {
    Path file = Fixtures.file("brain.safetensors");
    SafetensorsFile brain = SafetensorsFile.open(file);
    assertRefused(
        file + " tensor 'tiny': holds numbers of type F8_E4M3; save it as F32 or F16",
        () -> brain.floats("tiny"));
    assertRefused(
        file + ": has no tensor 'bran'; there are brain, tiny", () -> brain.floats("bran"));
    assertRefused(
        file + " tensor 'brain': holds BF16, not whole numbers; name another tensor",
        () -> brain.longs("brain"));
    Path numbers = Fixtures.file("numbers.safetensors");
    assertRefused(
        numbers
            + " tensor 'scalar': has 0 axes, not rows and columns; reshape it to n x d, e.g. x[:,"
            + " None], and save it again",
        () -> theirs.vectors("scalar"));
    assertRefused(
        numbers + " tensor 'nothing': has 0 rows; give 1 to 2,147,483,639 of them",
        () -> theirs.vectors("nothing"));
  }

  @Property(tries = 50)
  void whatIsWrittenIsReadBack(
      @ForAll @Size(max = 40) float[] floats,
      @ForAll @Size(max = 40) double[] doubles,
      @ForAll @Size(max = 40) long[] longs,
      @ForAll @IntRange(min = 1, max = 9) int n,
      @ForAll @IntRange(min = 1, max = 9) int d)
      throws IOException {
    Path file = Files.createTempFile("round", ".safetensors");
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i * 0.1f;
    }
    new SafetensorsWriter()
        .metadata("é\"", "日本")
        .add("f", floats, floats.length)
        .add("d", doubles, doubles.length, 1)
        .add("l \"quoted\"", longs, longs.length)
        .add("rows", Vectors.of(rows, n, d))
        .add("scalar", new float[] {3})
        .write(file);
    SafetensorsFile read = SafetensorsFile.open(file);
    assertArrayEquals(floats, read.floats("f"));
    assertArrayEquals(doubles, read.doubles("d"));
    assertArrayEquals(longs, read.longs("l \"quoted\""));
    assertArrayEquals(rows, read.vectors("rows").toArray());
    assertEquals(List.of((long) n, (long) d), read.shape("rows"));
    assertEquals(Map.of("é\"", "日本"), read.metadata());
    Files.delete(file);
  }

  @Test
  void vectorsLongerThanAWritersBlockKeepTheirOrder() throws IOException {
    int n = 7;
    int d = 30_001; // 210,007 numbers: rows straddle the blocks of 65,536
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    Path file = folder.resolve("long.safetensors");
    new SafetensorsWriter().add("x", Vectors.of(rows, n, d)).write(file);
    assertArrayEquals(rows, SafetensorsFile.open(file).floats("x"));
  }

  @Test
  void equalContentMakesEqualBytesWhateverTheOrder() throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    new SafetensorsWriter().add("a", new float[2], 2).add("b", new double[1]).writeTo(one);
    new SafetensorsWriter().add("b", new double[1]).add("a", new float[2], 2).writeTo(other);
    assertArrayEquals(one.toByteArray(), other.toByteArray());
  }

  @Test
  void headersThatLieAreRefusedWithWhatTheyClaim() throws IOException {
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,12]}}",
        8,
        " tensor 'x': F32 of shape [2] lies at bytes 0 to 12");
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
        0,
        " tensor 'x': F32 of shape [4294967296, 4294967296] lies at bytes 0 to 0");
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        8,
        " tensor 'x': F32 of shape [-2] lies at bytes 0 to 8");
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        7,
        " tensor 'x': ends at byte 8 of the numbers, of which there are 7");
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
            + "\"y\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}}",
        3,
        " tensor 'y': begins at byte 1 of the numbers, the one before it ends at 2");
    assertHeaderRefused(
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}}",
        5,
        ": 3 bytes belong to no tensor");
    assertHeaderRefused("[]", 0, ": the header is no JSON object");
  }

  @Test
  void aNameGivenTwiceIsRefused() throws IOException {
    Path file =
        written(
            "{\"x\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},"
                + "\"x\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}",
            0);
    assertRefused(
        file + " header line 1: is not JSON (Duplicate field 'x'); mend or rewrite it",
        () -> SafetensorsFile.open(file));
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("x.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'});
    assertRefused(
        file + ": the header promises 18446744073709551615 bytes, 2 follow" + MEND,
        () -> SafetensorsFile.open(file));
    Path none = folder.resolve("none.safetensors");
    assertRefused(
        none + ": there is no such file; check the path", () -> SafetensorsFile.open(none));
  }

  private void assertHeaderRefused(String header, int bytes, String what) throws IOException {
    Path file = written(header, bytes);
    assertRefused(file + what + MEND, () -> SafetensorsFile.open(file));
  }

  private Path written(String header, int bytes) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer all = ByteBuffer.allocate(8 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    all.putLong(text.length).put(text);
    return Files.write(folder.resolve("x.safetensors"), all.array());
  }
}
