package dev.grassmann.engine;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The environment as native libraries see it. Java has no setenv, and OpenMP reads its variables
 * while it is being loaded, so the engine adds to the C library's {@code environ} itself.
 */
final class NativeEnvironment {
  private final Pointer environ;

  private NativeEnvironment(Pointer environ) {
    this.environ = environ;
  }

  /** The environment, or null where the C library does not show it (Windows). */
  static NativeEnvironment open() {
    Loader.load(Pointer.class);
    Pointer symbol = Loader.addressof("environ");
    return symbol == null || symbol.isNull() ? null : new NativeEnvironment(symbol);
  }

  /**
   * Adds variables. The new list is complete before it is published with one store, and the old
   * list is never freed, so a thread that reads at this moment sees the one or the other. Both
   * lists, and the strings, live as long as the process, as those of setenv do.
   *
   * @param assignments {@code NAME=value}; names must not be set yet
   */
  void add(String... assignments) {
    PointerPointer<Pointer> slot = new PointerPointer<>(environ);
    PointerPointer<Pointer> old = new PointerPointer<>(slot.get(0));
    int count = 0;
    while (old.get(count) != null) {
      count++;
    }
    Pointer cells = Pointer.malloc((long) Long.BYTES * (count + assignments.length + 1));
    PointerPointer<Pointer> fresh = new PointerPointer<>(cells);
    for (int i = 0; i < count; i++) {
      fresh.put(i, old.get(i));
    }
    for (String assignment : assignments) {
      fresh.put(count++, cString(assignment));
    }
    fresh.put(count, (Pointer) null);
    slot.put(0, cells);
  }

  private static Pointer cString(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    Pointer memory = Pointer.malloc(bytes.length);
    new BytePointer(memory).capacity(bytes.length).put(bytes);
    return memory;
  }
}
