package dev.grassmann.core.data;

import java.nio.charset.StandardCharsets;

/**
 * A view of bytes of a longer array, moved about instead of being made anew for each document.
 * Whoever is given one may read the bytes until its owner moves it, and must not write.
 */
public final class Slice {
  private byte[] array = new byte[0];
  private int from;
  private int to;

  /** Lets the view show {@code array[from .. to)}. */
  public Slice set(byte[] bytes, int first, int end) {
    this.array = bytes;
    this.from = first;
    this.to = end;
    return this;
  }

  public byte[] array() {
    return array;
  }

  /** Index of the first byte in {@link #array()}. */
  public int from() {
    return from;
  }

  /** Index after the last byte. */
  public int to() {
    return to;
  }

  public int length() {
    return to - from;
  }

  /** The bytes, taken as UTF-8, as a text of their own. */
  public String text() {
    return new String(array, from, to - from, StandardCharsets.UTF_8);
  }
}
