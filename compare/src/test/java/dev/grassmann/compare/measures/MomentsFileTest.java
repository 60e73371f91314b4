package dev.grassmann.compare.measures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.compare.Data;
import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentsFileTest {
  @TempDir Path folder;

  private final PairMoments moments =
      PairMoments.of(Data.gaussian(20, 3, 1), Data.gaussian(20, 2, 2));

  private Path saved() {
    Path file = folder.resolve("moments.safetensors");
    moments.save(file);
    return file;
  }

  @Test
  void whatWasSavedReadsBackBitByBit() {
    PairMomentsTest.assertSame(moments, PairMoments.load(saved()), 0);
  }

  @Test
  void savedPartsGoOnMerging() {
    PairMoments more = PairMoments.of(Data.gaussian(30, 3, 3), Data.gaussian(30, 2, 4));
    PairMomentsTest.assertSame(moments.merge(more), PairMoments.load(saved()).merge(more), 0);
  }

  /** Read here by the format's description alone. */
  @Test
  void itIsASafetensorsFile() throws IOException {
    byte[] bytes = Files.readAllBytes(saved());
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) buffer.getLong();
    assertEquals(0, length % 8);
    String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
    String start =
        "{\"__metadata__\":{\"format\":\"grassmann pair moments 1\"},\"n\":{\"dtype\":\"F64\",";
    assertEquals(start, header.substring(0, start.length()));
    int at = header.indexOf("\"scatter_ab\":{\"dtype\":\"F64\",\"shape\":[3,2],\"data_offsets\":[");
    String offsets = header.substring(header.indexOf("offsets\":[", at) + 10);
    int from = Integer.parseInt(offsets.substring(0, offsets.indexOf(',')));
    double[] scatter = new double[6];
    buffer.position(8 + length + from);
    buffer.asDoubleBuffer().get(scatter);
    assertArrayEquals(moments.scatterAb(), scatter, 0);
  }

  private void assertRefused(String what, byte[] content) throws IOException {
    Path file = folder.resolve("broken.safetensors");
    Files.write(file, content);
    InputException refused = assertThrows(InputException.class, () -> PairMoments.load(file));
    assertEquals(
        file + ": " + what + "; give a file that PairMoments.save wrote", refused.getMessage());
  }

  @Test
  void cutFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved());
    assertRefused("has 7 bytes", Arrays.copyOf(whole, 7));
    long header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertRefused("promises a header of " + header + " bytes", Arrays.copyOf(whole, 100));
    assertRefused("ends before scatter_bb does", Arrays.copyOf(whole, whole.length - 1));
  }

  @Test
  void headersThatLieAreRefusedBeforeAnythingIsAllocated() throws IOException {
    byte[] whole = Files.readAllBytes(saved());
    byte[] long64 = whole.clone();
    Arrays.fill(long64, 0, 7, (byte) 0xff);
    assertRefused("promises a header of 72057594037927935 bytes", long64);
    assertRefused(
        "has 3 numbers in mean_a, not 2000000000",
        replaced(whole, "\"mean_a\":{\"dtype\":\"F64\",\"shape\":[3]", "[3]", "[2000000000]"));
    assertRefused(
        "gives mean_b a width of 0",
        replaced(whole, "\"mean_b\":{\"dtype\":\"F64\",\"shape\":[2]", "[2]", "[0]"));
    assertRefused(
        "has no float64 tensor n", replaced(whole, "\"n\":{\"dtype\":\"F64\"", "F64", "F32"));
    assertRefused(
        "is of format 'grassmann pair moments 2', not 'grassmann pair moments 1'",
        replaced(whole, "pair moments 1", "1", "2"));
  }

  @Test
  void whatIsNoFileIsRefused() {
    Path absent = folder.resolve("absent");
    InputException refused = assertThrows(InputException.class, () -> PairMoments.load(absent));
    assertEquals(absent + ": cannot be read; check path and rights", refused.getMessage());
    assertEquals(List.of(), List.of(folder.toFile().list()));
  }

  /** The file with the last {@code old} of {@code place} in its header made {@code changed}. */
  private static byte[] replaced(byte[] whole, String place, String old, String changed) {
    int length = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(whole, 8, length, StandardCharsets.UTF_8);
    int at = place.lastIndexOf(old);
    String other = place.substring(0, at) + changed + place.substring(at + old.length());
    byte[] text = header.replace(place, other).getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length + whole.length - 8 - length);
    file.order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text);
    return file.put(whole, 8 + length, whole.length - 8 - length).array();
  }
}
