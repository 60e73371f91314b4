package dev.grassmann.core.io;

import java.nio.ByteBuffer;

/** How a file stores a number. */
enum NumberType {
  F16(2),
  BF16(2),
  F32(4),
  F64(8),
  I8(1),
  I16(2),
  I32(4),
  I64(8),
  U8(1),
  U16(2),
  U32(4),
  U64(8),
  BOOL(1);

  private final int width;

  NumberType(int width) {
    this.width = width;
  }

  /** Bytes of one number. */
  int width() {
    return width;
  }

  /** Whether values are whole numbers that fit a long. */
  boolean isWhole() {
    return ordinal() >= I8.ordinal() && this != U64;
  }

  /**
   * Fills {@code target[offset .. offset + count)} with the numbers from byte {@code at} on; the
   * buffer's order is that of the file.
   */
  void copy(ByteBuffer bytes, int at, int count, float[] target, int offset) {
    if (this == F32) {
      ByteBuffer view = bytes.duplicate().order(bytes.order()); // a position of this call's own
      view.position(at);
      view.asFloatBuffer().get(target, offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[offset + i] = (float) read(bytes, at + i * width);
    }
  }

  /** The number at a byte; whole numbers beyond 2^53 are rounded. */
  double read(ByteBuffer bytes, int at) {
    return switch (this) {
      case F16 -> half(bytes.getShort(at));
      case BF16 -> Float.intBitsToFloat(bytes.getShort(at) << 16);
      case F32 -> bytes.getFloat(at);
      case F64 -> bytes.getDouble(at);
      case U64 -> unsigned(bytes.getLong(at));
      default -> whole(bytes, at);
    };
  }

  /** The number at a byte, exactly; for {@link #isWhole} types. */
  long whole(ByteBuffer bytes, int at) {
    return switch (this) {
      case I8 -> bytes.get(at);
      case I16 -> bytes.getShort(at);
      case I32 -> bytes.getInt(at);
      case I64 -> bytes.getLong(at);
      case U8, BOOL -> bytes.get(at) & 0xff;
      case U16 -> bytes.getShort(at) & 0xffff;
      case U32 -> bytes.getInt(at) & 0xffffffffL;
      default -> throw new IllegalStateException(this + " is not a whole type");
    };
  }

  private static double unsigned(long bits) {
    // the last bit is kept beside the halved number, so that rounding to a double sees it
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  /** IEEE 754 half precision. */
  static float half(short bits) {
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
    return bits < 0 ? -value : value;
  }
}
