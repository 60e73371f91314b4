package dev.grassmann.core.run;

/** The user asked the run to stop; nothing is wrong and nothing half written is left. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException(String stage) {
    super("stopped while " + stage);
  }
}
