package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * TEXMEX's .fvecs, .bvecs and .ivecs: before each row of numbers an int32 says how many they are.
 * Mapped into memory, however large.
 */
final class FvecsFile {
  /** Rows whose count is compared with the first's, spread over the file. */
  private static final int LOOKS = 1000;

  private FvecsFile() {}

  static Vectors read(Path file) {
    InputFiles.require(file);
    NumberType type =
        switch (file.toString().toLowerCase(Locale.ROOT).charAt(file.toString().length() - 5)) {
          case 'b' -> NumberType.U8;
          case 'i' -> NumberType.I32;
          default -> NumberType.F32;
        };
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      int d = size < 4 ? 0 : number(channel, 0);
      if (d < 1) {
        throw InputException.file(
            file,
            size < 4 ? "has " + size + " bytes" : "promises rows of " + d + " numbers",
            "fetch the file again, or name it after its format");
      }
      long rowBytes = 4 + (long) d * type.width();
      if (size % rowBytes != 0) {
        throw InputException.file(
            file,
            "rows of " + d + " numbers take " + rowBytes + " bytes each, there are " + size,
            "the file is cut short: fetch it again");
      }
      int n = RowShape.length(size / rowBytes, "rows", file.toString());
      for (long look = 0; look < Math.min(LOOKS, n); look++) {
        long row = look * n / Math.min(LOOKS, n);
        int promised = number(channel, row * rowBytes);
        if (promised != d) {
          throw InputException.file(
              file,
              "row " + row + " promises " + promised + " numbers, row 0 has " + d,
              "give rows of equal length");
        }
      }
      return MappedRows.of(file, new MappedRows.Layout(0, n, d, type, ByteOrder.LITTLE_ENDIAN, 4));
    } catch (IOException e) {
      throw InputFiles.unreadable(file, e);
    }
  }

  private static int number(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    channel.read(bytes, at);
    return bytes.getInt(0);
  }
}
