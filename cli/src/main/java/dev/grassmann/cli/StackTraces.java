package dev.grassmann.cli;

import java.io.PrintWriter;

/** Shows a failure of ours, causes included, for a report. */
final class StackTraces {
  private static final int CAUSES = 8;

  private StackTraces() {}

  static void print(Throwable failure, PrintWriter err) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES; depth++) {
      err.println((depth == 0 ? "" : "caused by ") + cause);
      for (StackTraceElement frame : cause.getStackTrace()) {
        err.println("  at " + frame);
      }
      cause = cause.getCause();
    }
  }
}
