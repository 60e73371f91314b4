package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of an .npy file claims (NumPy enhancement proposal 1).
 *
 * @param type how a number is stored
 * @param order of a number's bytes
 * @param fortran whether columns, not rows, lie together
 * @param shape length of each axis
 * @param start byte at which the numbers begin
 */
record NpyHeader(NumberType type, ByteOrder order, boolean fortran, List<Long> shape, int start) {
  /** Longest header that is looked at; NumPy's own are of 118 bytes. */
  static final int MOST = 1 << 16;

  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>=|]?[fiub][1-8])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

  /**
   * @param head the file's first bytes, at most {@link #MOST}
   */
  static NpyHeader parse(ByteBuffer head, String where) {
    ByteBuffer b = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (b.remaining() < 12 || b.get(0) != (byte) 0x93 || b.get(1) != 'N' || b.get(5) != 'Y') {
      throw new InputException("is not an .npy file", where, "write it with numpy.save");
    }
    int major = b.get(6);
    if (major < 1 || major > 3) {
      throw new InputException(
          "is of .npy version " + major, where, "versions 1 to 3 can be read: save it again");
    }
    int start = major == 1 ? 10 : 12;
    long length = major == 1 ? b.getShort(8) & 0xffff : b.getInt(8) & 0xffffffffL;
    if (start + length > b.remaining()) {
      throw cutShort(length, b.remaining() - start, where);
    }
    byte[] bytes = new byte[(int) length];
    b.position(start);
    b.get(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Long> shape = new ArrayList<>();
    for (String part : find(SHAPE, text, where).split(",")) {
      if (!part.isBlank()) {
        shape.add(length(part.strip(), where));
      }
    }
    boolean fortran = find(ORDER, text, where).equals("True");
    String word = find(TYPE, text, where);
    ByteOrder order = word.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(type(word, where), order, fortran, shape, start + (int) length);
  }

  private static long length(String digits, String where) {
    try {
      return Long.parseLong(digits.replace(" ", ""));
    } catch (NumberFormatException e) {
      throw new InputException(
          "the header's shape has '" + digits + "'", where, "fetch the file again", e);
    }
  }

  private static String find(Pattern pattern, String text, String where) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new InputException(
          "the header does not say number type, order and shape as NumPy does for plain numbers",
          where,
          "write it with numpy.save, as float32");
    }
    return matcher.group(1);
  }

  /** Bytes up to the first number, as a head of 12 bytes says; small for what is no .npy. */
  static int length(byte[] head) {
    if (head.length < 12) {
      return 0;
    }
    ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    long length = head[6] == 1 ? 10 + (b.getShort(8) & 0xffff) : 12 + (b.getInt(8) & 0xffffffffL);
    return (int) Math.min(length, MOST);
  }

  /** Numbers in the array. */
  long count(String where) {
    long count = 1;
    for (long axis : shape) {
      count = RowShape.product(count, axis, where);
    }
    RowShape.product(count, type.width(), where); // so that nobody overflows counting bytes
    return count;
  }

  static InputException cutShort(long promised, long present, String where) {
    return new InputException(
        "the header promises " + promised + " bytes, " + present + " follow",
        where,
        "the file is cut short: fetch it again");
  }

  /** NumPy's number types by kind and width. */
  private static NumberType type(String word, String where) {
    String plain = word.substring(word.length() - 2);
    return switch (plain) {
      case "b1" -> NumberType.BOOL;
      case "f2" -> NumberType.F16;
      case "f4" -> NumberType.F32;
      case "f8" -> NumberType.F64;
      case "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8" ->
          NumberType.valueOf(
              Character.toUpperCase(plain.charAt(0))
                  + Integer.toString(8 * (plain.charAt(1) - '0')));
      default ->
          throw new InputException(
              "holds numbers of type '" + word + "'",
              where,
              "write it with numpy.save, as float32");
    };
  }
}
