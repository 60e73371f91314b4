package dev.grassmann.dictionaries.standard;

import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which latents may be among the k largest of a row, by products in bfloat16; see {@link
 * Screening}. Not safe for more than one thread.
 */
final class Candidates {
  private static final Kernel KERNEL = Kernel.best();

  /** Rounding of a product: half of the last of 8 bits. */
  private static final float HALF_BIT = 0x1p-8f;

  /** Sums of float32 in any order, relative to the norms of what is multiplied. */
  private static final float SUMMED = 0x1p-14f;

  /** How much lower than the rows before it a row's candidates are looked for at first. */
  private static final float CAUTION = 0.93f;

  /** How fast the share follows the rows. */
  private static final float FOLLOW = 0.05f;

  /** Steps of bfloat16 by which a guess that was too high is lowered. */
  private static final int LOWER = 16;

  private final HalfRows directions;
  private final int k;
  private final short[] products;
  private final int[] found;
  private final short[] sorted;

  /** Where candidates begin, as a share of their row's norm, as far as rows were seen. */
  private float share;

  Candidates(HalfRows directions, int k) {
    this.directions = directions;
    this.k = k;
    this.products = new short[directions.rows()];
    this.found = new int[products.length];
    this.sorted = new short[products.length];
  }

  /** Room for a row's products in bfloat16, to be filled before {@link #of}. */
  short[] products() {
    return products;
  }

  /**
   * The candidates, ascending.
   *
   * @param norm the row's
   * @param lost norm of what rounding took from it
   */
  int[] of(float norm, float lost) {
    for (int j : directions.apart()) {
      products[j] = 0; // candidates in any case, which the bound says nothing of
    }
    short guess = half(share * norm * CAUTION);
    int count = KERNEL.above(products, 0, products.length, guess, found);
    while (count < k && guess > 0) {
      guess = (short) Math.max(0, guess - LOWER);
      count = KERNEL.above(products, 0, products.length, guess, found);
    }
    float least = least(count);
    float off =
        lost * directions.largestNorm()
            + norm * directions.largestLost()
            + SUMMED * norm * directions.largestNorm();
    float floor = least - 2 * (off + HALF_BIT * least);
    if (!(floor > 0)) {
      share = 0;
      return IntStream.range(0, products.length).toArray();
    }
    short cut = half(floor);
    if (cut <= guess) {
      count = KERNEL.above(products, 0, products.length, (short) (cut - 1), found);
    }
    share += (share == 0 ? 1 : FOLLOW) * (floor / norm - share);
    return kept(count, cut);
  }

  /** Towards 0, so that a bound lets in too many rather than too few; for numbers from 0 on. */
  private static short half(float number) {
    return (short) (Float.floatToRawIntBits(number) >>> 16);
  }

  /** The k-th largest of what was found, 0 where that is less. */
  private float least(int count) {
    if (count < k) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      sorted[i] = products[found[i]];
    }
    Arrays.sort(sorted, 0, count);
    return Float.intBitsToFloat(sorted[count - k] << 16);
  }

  private int[] kept(int count, short cut) {
    int[] apart = directions.apart();
    int[] kept = new int[count + apart.length];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (products[found[i]] >= cut) {
        kept[size++] = found[i];
      }
    }
    System.arraycopy(apart, 0, kept, size, apart.length);
    Arrays.sort(kept, 0, size + apart.length);
    return Arrays.copyOf(kept, size + apart.length);
  }
}
