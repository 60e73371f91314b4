package dev.grassmann.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C. The first one asks the run to stop at its next step and waits until it has; a run that
 * takes no step for half a minute is left where it is, which spoils no file since files are renamed
 * into place whole.
 */
public final class Interrupt {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean asked;

  /** Whether the user asked to stop. */
  public boolean asked() {
    return asked;
  }

  /** Listens to the process's signals (INT, TERM, HUP). */
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interrupt"));
  }

  /** The command has ended: nobody need wait for it. */
  void end() {
    ended.countDown();
  }

  void stop() {
    asked = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
