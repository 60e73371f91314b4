package dev.grassmann.core.io;

/** Decimal numbers from characters, exactly as {@link Double#parseDouble} reads them. */
final class DecimalText {
  /** Powers of ten that a double holds exactly. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Digits of a number below 2^53. */
  private static final int EXACT_DIGITS = 15;

  private DecimalText() {}

  /**
   * The number that the characters {@code from .. to - 1} write, blanks around it allowed; NaN
   * where they write none.
   */
  static double parse(char[] text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && text[start] == ' ') {
      start++;
    }
    while (end > start && text[end - 1] == ' ') {
      end--;
    }
    int at = start;
    boolean negative = at < end && text[at] == '-';
    if (at < end && (negative || text[at] == '+')) {
      at++;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; at < end; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + (c - '0'); // may overflow: then count is too large below
        count++;
      } else if (c == '.' && point < 0) {
        point = count;
      } else {
        return slow(text, start, end);
      }
    }
    int decimals = point < 0 ? 0 : count - point;
    if (count == 0 || count > EXACT_DIGITS) {
      return slow(text, start, end);
    }
    // both operands are exact, so that the one division rounds correctly (Clinger 1990)
    double value = digits / TENS[decimals];
    return negative ? -value : value;
  }

  private static double slow(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean number = (c >= '0' && c <= '9') || ".+-eE".indexOf(c) >= 0;
      if (!number) {
        return infinity(new String(text, from, to - from));
      }
    }
    try {
      return from == to ? Double.NaN : Double.parseDouble(new String(text, from, to - from));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double infinity(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }
}
