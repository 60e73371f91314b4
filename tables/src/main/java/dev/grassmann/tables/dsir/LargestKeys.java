package dev.grassmann.tables.dsir;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * The k-th largest of keys that are too many to keep: counts them by the leading 16 bits of an
 * order preserving code, then by the next 16 among those that share them, until few are left to
 * sort.
 */
final class LargestKeys {
  private static final int DIGIT = 16;
  private static final int FEW = 1 << 20;

  private LargestKeys() {}

  /**
   * Where the cut is.
   *
   * @param key the k-th largest; all larger ones are in
   * @param equal how many of those equal to it are in
   */
  record Cut(double key, long equal) {}

  /**
   * Finds the cut.
   *
   * @param k 1 to the number of keys
   * @param most no more keys than these
   * @param pass gives all keys, none of them NaN; called up to five times, with the same keys
   */
  static Cut kth(long k, long most, Consumer<DoubleConsumer> pass) {
    if (most <= FEW) {
      return among((int) most, 0, Long.SIZE, k, pass);
    }
    long prefix = 0; // leading bits of the k-th largest code
    long wanted = k; // its place among the codes with this prefix
    for (int shift = 64 - DIGIT; shift >= 0; shift -= DIGIT) {
      int s = shift;
      long high = prefix;
      long[] counts = new long[1 << DIGIT];
      pass.accept(
          key -> {
            long code = code(key);
            if (s == 64 - DIGIT || code >>> s + DIGIT == high) {
              counts[(int) (code >>> s) & counts.length - 1]++;
            }
          });
      int digit = counts.length - 1;
      while (wanted > counts[digit]) {
        wanted -= counts[digit--];
      }
      prefix = prefix << DIGIT | digit;
      if (shift > 0 && counts[digit] <= FEW) {
        return among((int) counts[digit], prefix, shift, wanted, pass);
      }
    }
    return new Cut(key(prefix), wanted);
  }

  private static Cut among(
      int most, long prefix, int shift, long wanted, Consumer<DoubleConsumer> pass) {
    long[] codes = new long[most];
    int[] used = new int[1];
    pass.accept(
        key -> {
          long code = code(key);
          if (shift == Long.SIZE || code >>> shift == prefix) {
            codes[used[0]++] = code ^ Long.MIN_VALUE; // so that signed order is theirs
          }
        });
    Arrays.sort(codes, 0, used[0]);
    int place = used[0] - (int) wanted;
    long cut = codes[place];
    int above = place;
    while (above < used[0] && codes[above] == cut) {
      above++;
    }
    return new Cut(key(cut ^ Long.MIN_VALUE), wanted - (used[0] - above));
  }

  /** As unsigned numbers, codes have the order of the keys. */
  private static long code(double key) {
    long bits = Double.doubleToRawLongBits(key + 0.0); // -0 and 0 are equal
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }

  private static double key(long code) {
    return Double.longBitsToDouble(code < 0 ? code ^ Long.MIN_VALUE : ~code);
  }
}
