package dev.grassmann.tables.outrank;

/**
 * A generator that any language can repeat, for figures that were measured elsewhere: s becomes
 * (1103515245 s + 12345) mod 2^31, a draw is s >> 16. Far too poor for anything else.
 */
final class Lcg {
  private long state;

  Lcg(long seed) {
    this.state = seed;
  }

  /** 0 to 32,767. */
  int draw() {
    state = (1_103_515_245 * state + 12_345) % (1L << 31);
    return (int) (state >> 16);
  }

  int[] draws(int count) {
    int[] draws = new int[count];
    for (int i = 0; i < count; i++) {
      draws[i] = draw();
    }
    return draws;
  }
}
