package dev.grassmann.tables.dsir;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A mix of 64 bits: each token is hashed once, and an n-gram's hash is made from its tokens'. Not
 * cryptographic; weights differ from those with SHA-256 as they would with another number of
 * buckets.
 */
final class FastBuckets implements NgramHash {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // odd numbers with bits spread evenly: the fractions of the golden ratio, of root 3 and root 5
  private static final long A = 0x9E3779B97F4A7C15L;
  private static final long B = 0xBB67AE8584CAA73BL;
  private static final long C = 0x3C6EF372FE94F82BL;

  private final int m;
  private long[] hashes = new long[1 << 10];

  FastBuckets(int m) {
    this.m = m;
  }

  @Override
  public int buckets(Tokens tokens, int n, int[] out) {
    int count = tokens.count();
    if (hashes.length < count) {
      hashes = new long[2 * count];
    }
    byte[] bytes = tokens.bytes();
    int o = 0;
    for (int t = 0; t < count; t++) {
      hashes[t] = hash(bytes, tokens.start(t), tokens.end(t));
      long gram = hashes[t];
      out[o++] = bucket(gram);
      for (int i = 1; i < n && i <= t; i++) {
        gram = mix(hashes[t - i] * B + gram);
        out[o++] = bucket(gram);
      }
    }
    return o;
  }

  private static long hash(byte[] bytes, int from, int to) {
    long h = (to - from) * C;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = mix(h ^ (long) EIGHT.get(bytes, i));
    }
    if (i < to) {
      h = mix(h ^ (long) EIGHT.get(bytes, i) & -1L >>> 64 - 8 * (to - i));
    }
    return h;
  }

  private static long mix(long x) {
    long y = x * A;
    y = (y ^ y >>> 32) * B;
    return y ^ y >>> 29;
  }

  /** The upper bits times m, shifted: without a division. */
  private int bucket(long hash) {
    return (int) ((hash >>> 32) * m >>> 32);
  }
}
