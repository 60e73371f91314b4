package dev.grassmann.core.io;

import java.nio.ByteBuffer;

/** Reads numbers of any of NumPy's plain types from bytes. */
final class NumberCodec {
  private NumberCodec() {}

  /** The number at a byte; the buffer's order is that of the file. */
  static double read(ByteBuffer bytes, int at, char kind, int width) {
    if (kind == 'f') {
      return switch (width) {
        case 2 -> half(bytes.getShort(at));
        case 4 -> bytes.getFloat(at);
        default -> bytes.getDouble(at);
      };
    }
    boolean unsigned = kind == 'u' || kind == 'b';
    return switch (width) {
      case 1 -> unsigned ? bytes.get(at) & 0xff : bytes.get(at);
      case 2 -> unsigned ? bytes.getShort(at) & 0xffff : bytes.getShort(at);
      case 4 -> unsigned ? bytes.getInt(at) & 0xffffffffL : bytes.getInt(at);
      default -> bytes.getLong(at);
    };
  }

  /** IEEE 754 half precision. */
  static float half(short bits) {
    int sign = bits >> 15 & 1;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float value;
    if (exponent == 0) {
      value = fraction * 0x1p-24f;
    } else if (exponent == 31) {
      value = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      value = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
    }
    return sign == 0 ? value : -value;
  }
}
