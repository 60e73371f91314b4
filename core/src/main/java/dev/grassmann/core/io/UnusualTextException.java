package dev.grassmann.core.io;

/**
 * Met something in a text table that {@link CsvBlocks} leaves to others: they read it, or refuse it
 * and say where it stands.
 */
final class UnusualTextException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusualTextException(String what) {
    super(what);
  }
}
