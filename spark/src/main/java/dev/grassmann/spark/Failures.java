package dev.grassmann.spark;

import dev.grassmann.core.InputException;

/** What comes back when a task on an executor fails. */
public final class Failures {
  private Failures() {}

  /** The refusal of an executor, which comes wrapped; any other failure as it is. */
  public static RuntimeException refusal(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException refused) {
        return refused;
      }
    }
    return e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
  }
}
