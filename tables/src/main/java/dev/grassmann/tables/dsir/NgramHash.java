package dev.grassmann.tables.dsir;

/** Puts n-grams into buckets. One instance belongs to one thread. */
sealed interface NgramHash permits Sha256Buckets, FastBuckets {
  /**
   * Buckets of all i-grams of {@code tokens}, i = 1 .. n: of each token in turn, those that end
   * with it, the shortest first.
   *
   * @param out room for {@code n * tokens.count()} buckets, each 0 .. m - 1
   * @return how many there are
   */
  int buckets(Tokens tokens, int n, int[] out);
}
