package dev.grassmann.core.io;

import dev.grassmann.core.data.BrokenDocument;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 text as bytes; what is well formed is said by Table 3-7 of the Unicode standard. */
public final class Utf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * Passes if all bytes of {@code [from, to)} make well-formed UTF-8.
   *
   * @throws BrokenDocument where they do not
   */
  public static void require(byte[] a, int from, int to) {
    int i = from;
    while (i < to) {
      if (i + 8 <= to && ((long) EIGHT.get(a, i) & HIGH_BITS) == 0) {
        i += 8; // most text is ASCII
        continue;
      }
      i += a[i] >= 0 ? 1 : length(a, i, to);
    }
  }

  /**
   * Length of the sequence that begins at {@code i} with a byte of 128 or more.
   *
   * @throws BrokenDocument where it is none
   */
  static int length(byte[] a, int i, int to) {
    int lead = a[i] & 0xFF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || i + length > to) {
      throw broken();
    }
    int second = a[i + 1] & 0xFF;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80; // no overlong forms
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF; // no surrogates, 10FFFF at most
    if (second < low || second > high) {
      throw broken();
    }
    for (int k = 2; k < length; k++) {
      if ((a[i + k] & 0xC0) != 0x80) {
        throw broken();
      }
    }
    return length;
  }

  /**
   * Writes a code point; there must be room for 4 bytes.
   *
   * @return index after its last byte
   */
  public static int put(byte[] out, int at, int c) {
    int o = at;
    if (c < 0x80) {
      out[o++] = (byte) c;
    } else if (c < 0x800) {
      out[o++] = (byte) (0xC0 | c >> 6);
      out[o++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      out[o++] = (byte) (0xE0 | c >> 12);
      out[o++] = (byte) (0x80 | c >> 6 & 0x3F);
      out[o++] = (byte) (0x80 | c & 0x3F);
    } else {
      out[o++] = (byte) (0xF0 | c >> 18);
      out[o++] = (byte) (0x80 | c >> 12 & 0x3F);
      out[o++] = (byte) (0x80 | c >> 6 & 0x3F);
      out[o++] = (byte) (0x80 | c & 0x3F);
    }
    return o;
  }

  private static BrokenDocument broken() {
    return new BrokenDocument(
        "is not UTF-8 text", "convert the file, e.g. iconv -f latin1 -t utf-8");
  }
}
