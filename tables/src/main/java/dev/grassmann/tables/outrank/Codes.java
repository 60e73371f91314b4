package dev.grassmann.tables.outrank;

import java.util.Arrays;

/**
 * A column as codes: row i has the value {@code code[i]}, 0 to {@code values() - 1}, and every code
 * occurs. The arrays are shared, never written to after construction.
 *
 * @param code one a row
 * @param size how many rows have each code, at least 1
 */
record Codes(int[] code, int[] size) {
  /** Products of two cardinalities up to this many times the rows are numbered in an array. */
  private static final int DENSE = 4;

  int rows() {
    return code.length;
  }

  int values() {
    return size.length;
  }

  /** Codes that are known to be dense. */
  static Codes counted(int[] code, int values) {
    int[] size = new int[values];
    for (int c : code) {
      size[c]++;
    }
    return new Codes(code, size);
  }

  /** Numbers any codes below {@code bound} anew, in the order of their first appearance. */
  static Codes dense(int[] raw, int bound) {
    return dense(raw, 0, raw.length, bound);
  }

  /** The same over the rows {@code from} to {@code to - 1} only. */
  static Codes dense(int[] raw, int from, int to, int bound) {
    int[] rename = new int[bound]; // code + 1, 0 where not seen
    int[] code = new int[to - from];
    int values = 0;
    for (int i = 0; i < code.length; i++) {
      int name = rename[raw[from + i]];
      if (name == 0) {
        name = ++values;
        rename[raw[from + i]] = name;
      }
      code[i] = name - 1;
    }
    return counted(code, values);
  }

  /** The same, but codes keep their order: the smallest that occurs becomes 0. */
  static Codes denseInOrder(int[] raw, int from, int to, int bound) {
    int[] rename = new int[bound];
    for (int i = from; i < to; i++) {
      rename[raw[i]] = 1;
    }
    int values = 0;
    for (int c = 0; c < bound; c++) {
      int seen = rename[c];
      rename[c] = values;
      values += seen;
    }
    int[] code = new int[to - from];
    for (int i = 0; i < code.length; i++) {
      code[i] = rename[raw[from + i]];
    }
    return counted(code, values);
  }

  /**
   * Both columns taken together: two rows have the same code where they agree in both. Unlike a
   * concatenation of texts, ("1", "23") and ("12", "3") stay apart.
   */
  Codes and(Codes other) {
    int width = other.values();
    long product = (long) values() * width;
    int[] joint = new int[rows()];
    if (product <= (long) DENSE * rows() + 1024) {
      for (int i = 0; i < joint.length; i++) {
        joint[i] = code[i] * width + other.code[i];
      }
      return dense(joint, (int) product);
    }
    LongCodes names = new LongCodes((int) Math.min(rows(), product));
    for (int i = 0; i < joint.length; i++) {
      joint[i] = names.code((long) code[i] * width + other.code[i]);
    }
    return counted(joint, names.size());
  }

  /**
   * Whether both say the same in other words: rows agree in one exactly where they agree in the
   * other. Both must be numbered by first appearance.
   */
  boolean samePartition(Codes other) {
    return values() == other.values() && Arrays.equals(code, other.code);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Codes codes && Arrays.equals(code, codes.code);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(code);
  }

  @Override
  public String toString() {
    return "Codes[" + rows() + " rows, " + values() + " values]";
  }
}
