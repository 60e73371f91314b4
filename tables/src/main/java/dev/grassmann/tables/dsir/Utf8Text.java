package dev.grassmann.tables.dsir;

/** Code points in valid UTF-8. */
final class Utf8Text {
  private Utf8Text() {}

  /** The code point whose {@code length} bytes (2 to 4) begin at {@code i}. */
  static int codePoint(byte[] a, int i, int length) {
    return switch (length) {
      case 2 -> (a[i] & 0x1F) << 6 | a[i + 1] & 0x3F;
      case 3 -> (a[i] & 0x0F) << 12 | (a[i + 1] & 0x3F) << 6 | a[i + 2] & 0x3F;
      default ->
          (a[i] & 0x07) << 18 | (a[i + 1] & 0x3F) << 12 | (a[i + 2] & 0x3F) << 6 | a[i + 3] & 0x3F;
    };
  }

  /**
   * Whether a capital sigma in {@code [i, after)} stands at a word's end (Unicode's Final_Sigma):
   * behind a cased letter and before none, ignorable characters passed over.
   */
  static boolean endsWord(byte[] a, int from, int i, int after, int to) {
    int before = i;
    int c = 0;
    do {
      if (before == from) {
        return false;
      }
      do {
        before--;
      } while ((a[before] & 0xC0) == 0x80);
      c = at(a, before);
    } while (Letters.isIgnorable(c));
    if (!Letters.isCased(c)) {
      return false;
    }
    int next = after;
    while (next < to) {
      c = at(a, next);
      if (!Letters.isIgnorable(c)) {
        return !Letters.isCased(c);
      }
      next += length(a[next]);
    }
    return true;
  }

  private static int at(byte[] a, int i) {
    return a[i] >= 0 ? a[i] : codePoint(a, i, length(a[i]));
  }

  private static int length(byte lead) {
    return lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
  }
}
