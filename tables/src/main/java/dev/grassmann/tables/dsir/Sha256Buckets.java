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

  /** A cache of 16 MiB, of 8 bytes an entry; more is hardly faster. */
  private static final int MOST_SLOT_BITS = 21;

  private static final int LEAST_SLOT_BITS = 14;

  private final int m;
  private final TokenTable table = new TokenTable();
  private final int slotBits = slotBits();
  private final long[] pairs = new long[1 << slotBits];
  private long[] found = new long[1 << 10]; // of each token of a document: key, then what is kept
  private long[] entries = new long[1 << 10];
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

  /**
   * In sweeps, so that the processor fetches many entries of the tables at once and does not wait
   * for each: numbers of tokens, then entries of pairs, then what comes of them.
   */
  @Override
  public int buckets(Tokens tokens, int n, int[] out) {
    int count = tokens.count();
    if (found.length < count) {
      found = new long[2 * count];
      entries = new long[2 * count];
    }
    number(tokens, count);
    for (int t = 1; n > 1 && t < count; t++) {
      entries[t] = pairs[slot(key(TokenTable.id(found[t - 1]), TokenTable.id(found[t])))];
    }
    int o = 0;
    for (int t = 0; t < count; t++) {
      out[o++] = TokenTable.bucket(found[t]);
      if (n > 1 && t > 0) {
        out[o++] = pair(tokens, t);
      }
      for (int i = 2; i < n && i <= t; i++) {
        out[o++] = bucket(tokens, t - i, t);
      }
    }
    return o;
  }

  private void number(Tokens tokens, int count) {
    byte[] bytes = tokens.bytes();
    for (int t = 0; t < count; t++) {
      found[t] = TokenTable.key(bytes, tokens.start(t), tokens.end(t));
    }
    for (int t = 0; t < count; t++) {
      int start = tokens.start(t);
      int end = tokens.end(t);
      long key = found[t];
      long kept = table.find(key, bytes, start, end);
      found[t] = kept != 0 ? kept : table.add(key, bytes, start, end, bucket(bytes, start, end));
    }
  }

  /** Bucket of the pair that ends with token t; a number is 0 where a token is not kept. */
  private int pair(Tokens tokens, int t) {
    int first = TokenTable.id(found[t - 1]);
    int second = TokenTable.id(found[t]);
    if (first == 0 || second == 0) {
      return bucket(tokens, t - 1, t);
    }
    long key = key(first, second);
    long entry = entries[t];
    if (entry >>> BUCKET_BITS == key) {
      return (int) entry & FeatureMap.MOST_BUCKETS - 1;
    }
    int slot = slot(key);
    long other = pairs[slot ^ 1]; // in the same line of the processor's cache
    if (other >>> BUCKET_BITS == key) {
      return (int) other & FeatureMap.MOST_BUCKETS - 1;
    }
    int bucket = bucket(tokens, t - 1, t);
    pairs[slot ^ 1] = pairs[slot];
    pairs[slot] = key << BUCKET_BITS | bucket;
    return bucket;
  }

  private int bucket(Tokens tokens, int first, int last) {
    return tokens.isStretch(first, last)
        ? bucket(tokens.bytes(), tokens.start(first), tokens.end(last))
        : joined(tokens, tokens.join(first, last));
  }

  /** All threads' caches together take an eighth of the heap at most. */
  private static int slotBits() {
    Runtime machine = Runtime.getRuntime();
    long entries = machine.maxMemory() / 8 / Long.BYTES / machine.availableProcessors();
    int bits = 63 - Long.numberOfLeadingZeros(Math.max(1, entries));
    return Math.max(LEAST_SLOT_BITS, Math.min(MOST_SLOT_BITS, bits));
  }

  private int joined(Tokens tokens, int length) {
    return bucket(tokens.joined(), 0, length);
  }

  private static long key(int first, int second) {
    return (long) first << TokenTable.ID_BITS | second;
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 64 - slotBits);
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
