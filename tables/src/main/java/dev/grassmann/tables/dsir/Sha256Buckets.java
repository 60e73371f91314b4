package dev.grassmann.tables.dsir;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of an n-gram's bytes, read as a big-endian number, modulo m: the reference package's
 * buckets. Words repeat, so most hashes are not computed: tokens are kept with their bucket, and
 * pairs of kept tokens in a cache that forgets.
 */
final class Sha256Buckets implements NgramHash {
  /** A pair (40 bits) and its bucket (24 bits) make one word of the cache; 0 is empty. */
  private static final int BUCKET_BITS = 24;

  private static final int PAIR_SLOTS = 1 << 20;

  private final int m;
  private final TokenTable table = new TokenTable();
  private final long[] pairs = new long[PAIR_SLOTS];
  private final MessageDigest digest;
  private final byte[] sum = new byte[32];
  private final long[] power = new long[8]; // 2^(32 (7 - k)) mod m, for the k-th word of the sum

  Sha256Buckets(int m) {
    this.m = m;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
    power[7] = 1 % m;
    for (int k = 6; k >= 0; k--) {
      power[k] = (power[k + 1] << 32) % m; // below 2^56: m has 24 bits at most
    }
  }

  @Override
  public int buckets(Tokens tokens, int n, int[] out) {
    byte[] bytes = tokens.bytes();
    int count = tokens.count();
    int o = 0;
    int last = 0; // id of the token before
    for (int t = 0; t < count; t++) {
      int start = tokens.start(t);
      int end = tokens.end(t);
      int id = table.find(bytes, start, end);
      if (id > 0) {
        out[o++] = table.bucket(id);
      } else {
        int bucket = bucket(bytes, start, end);
        id = table.add(bytes, start, end, bucket);
        out[o++] = bucket;
      }
      if (n > 1 && t > 0) {
        out[o++] = pair(last, id, bytes, tokens.start(t - 1), end);
      }
      for (int i = 2; i < n && i <= t; i++) {
        out[o++] = bucket(bytes, tokens.start(t - i), end);
      }
      last = id;
    }
    return o;
  }

  /** Bucket of two tokens; ids are 0 where a token is not kept. */
  private int pair(int first, int second, byte[] bytes, int start, int end) {
    if (first == 0 || second == 0) {
      return bucket(bytes, start, end);
    }
    long key = (long) first << TokenTable.ID_BITS | second;
    int slot = slot(key);
    long found = pairs[slot];
    if (found >>> BUCKET_BITS == key) {
      return (int) found & FeatureMap.MOST_BUCKETS - 1;
    }
    long other = pairs[slot ^ 1]; // in the same line of the processor's cache
    if (other >>> BUCKET_BITS == key) {
      return (int) other & FeatureMap.MOST_BUCKETS - 1;
    }
    int bucket = bucket(bytes, start, end);
    pairs[slot ^ 1] = found;
    pairs[slot] = key << BUCKET_BITS | bucket;
    return bucket;
  }

  private static int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - 20);
  }

  int bucket(byte[] bytes, int from, int to) {
    digest.update(bytes, from, to - from);
    try {
      digest.digest(sum, 0, 32);
    } catch (DigestException e) {
      throw new IllegalStateException(e); // 32 bytes are what it needs
    }
    long total = 0; // eight products of 32 and 24 bits: below 2^59
    for (int k = 0; k < 8; k++) {
      long word =
          (sum[4 * k] & 0xFFL) << 24
              | (sum[4 * k + 1] & 0xFFL) << 16
              | (sum[4 * k + 2] & 0xFFL) << 8
              | sum[4 * k + 3] & 0xFFL;
      total += word * power[k];
    }
    return (int) (total % m);
  }
}
