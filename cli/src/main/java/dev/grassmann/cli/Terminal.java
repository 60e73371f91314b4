package dev.grassmann.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Standard output and error. The launcher says in {@code GRASSMANN_TERMINAL} which of them a person
 * watches ({@code o}, {@code e}), and keeps the true standard error at descriptor 3, since the JVM
 * greets incubator modules on descriptor 2.
 */
public final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean colours;
  private final boolean live;

  private Terminal(PrintWriter out, PrintWriter err, boolean colours, boolean live) {
    this.out = out;
    this.err = err;
    this.colours = colours;
    this.live = live;
  }

  /** Of this process. */
  static Terminal ofProcess(Map<String, String> environment) {
    String watched = environment.getOrDefault("GRASSMANN_TERMINAL", "");
    boolean plain = environment.containsKey("NO_COLOR");
    return new Terminal(
        writer(new FileOutputStream(FileDescriptor.out)),
        writer(standardError(environment.get("GRASSMANN_STDERR"))),
        watched.contains("o") && !plain,
        watched.contains("e"));
  }

  /** Into writers, without colours: for tests and for commands run by other commands. */
  public static Terminal into(PrintWriter out, PrintWriter err) {
    return new Terminal(out, err, false, false);
  }

  /** Results, and nothing else when {@code --json} was given. */
  public PrintWriter out() {
    return out;
  }

  /** Progress, warnings and refusals. */
  public PrintWriter err() {
    return err;
  }

  /** Whether standard output may be coloured. */
  public boolean colours() {
    return colours;
  }

  /** Whether a person watches standard error, so that a line may be rewritten. */
  public boolean live() {
    return live;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static OutputStream standardError(String descriptor) {
    if (descriptor == null || !descriptor.matches("[1-9]")) {
      return new FileOutputStream(FileDescriptor.err);
    }
    try {
      // opening /dev/fd/3 anew would fail for a terminal that belongs to another user (su)
      FileDescriptor inherited = new FileDescriptor();
      Field number = FileDescriptor.class.getDeclaredField("fd");
      number.setAccessible(true);
      number.setInt(inherited, Integer.parseInt(descriptor));
      return new FileOutputStream(inherited);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new FileOutputStream(FileDescriptor.err);
    }
  }
}
