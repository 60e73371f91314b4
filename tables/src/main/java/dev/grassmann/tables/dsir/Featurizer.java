package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Turns texts into hashed n-grams (section 4.1 of the paper). What is kept between documents makes
 * it faster and changes no result. One instance belongs to one thread.
 */
public final class Featurizer {
  private final FeatureMap map;
  private final Tokenizer tokenizer;
  private final NgramHash hash;
  private final Tokens tokens = new Tokens();
  private int[] buckets = new int[1 << 12];
  private int count;

  /** A featurizer with nothing kept yet. */
  public Featurizer(FeatureMap map) {
    this.map = map;
    this.tokenizer = map.tokenizer();
    this.hash = map.hasher();
  }

  /**
   * Reads a text.
   *
   * @param text valid UTF-8
   * @return how many n-grams it has
   */
  public int read(Slice text) {
    tokenizer.read(text, tokens);
    int most = Math.multiplyExact(tokens.count(), map.ngrams());
    if (buckets.length < most) {
      buckets = new int[Math.max(most, 2 * buckets.length)];
    }
    count = hash.buckets(tokens, map.ngrams(), buckets);
    return count;
  }

  /** As {@link #read(Slice)}. */
  public int read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(new Slice().set(bytes, 0, bytes.length));
  }

  /** Buckets of the n-grams of the text read last, 0 .. m - 1, in its first {@link #count}. */
  public int[] buckets() {
    return buckets;
  }

  /** How many n-grams the text read last has. */
  public int count() {
    return count;
  }

  /** Tokens of the text read last. */
  Tokens tokens() {
    return tokens;
  }

  /**
   * Length of the text read last in tokens, from its number of n-grams as the reference package
   * takes it: floor((sum of z + n (n - 1) / 2) / n).
   */
  public int length() {
    return length(count, map.ngrams());
  }

  static int length(int count, int n) {
    return (count + n * (n - 1) / 2) / n;
  }
}
