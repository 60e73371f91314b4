package dev.grassmann.bench;

import dev.grassmann.core.run.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Waiting for a process in a way that leaves none behind. */
final class Processes {
  private Processes() {}

  /** Waits for the end; when interrupted, ends the process and its children. */
  static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new CancelledException("waiting for a peer");
    }
  }

  /**
   * Stops a process, or lets it go on; nothing happens to one that has ended.
   *
   * @param signal {@code STOP} or {@code CONT}
   */
  static void signal(Process process, String signal) {
    try {
      await(
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
