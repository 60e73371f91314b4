package dev.grassmann.bench;

import dev.grassmann.core.run.CancelledException;

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
}
