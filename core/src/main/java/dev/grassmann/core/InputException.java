package dev.grassmann.core;

import java.nio.file.Path;

/**
 * What a user gave cannot be used. Always three parts: what is wrong, where, and what would mend
 * it. The command line prints the message without a stack trace and exits with 2; a bug of ours is
 * never reported this way.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final String mend;

  /**
   * @param what what is wrong, with the offending value, e.g. {@code "header promises 80 bytes, 12
   *     follow"}
   * @param where file, line, row, column, tensor or option; empty where there is no place
   * @param mend what the user can do, e.g. {@code "the file is cut short: fetch it again"}
   */
  public InputException(String what, String where, String mend) {
    super((where.isEmpty() ? what : where + ": " + what) + "; " + mend);
    this.what = what;
    this.where = where;
    this.mend = mend;
  }

  /** The same with the failure that was behind it. */
  public InputException(String what, String where, String mend, Throwable cause) {
    this(what, where, mend);
    initCause(cause);
  }

  /** A problem with a file as a whole. */
  public static InputException file(Path file, String what, String mend) {
    return new InputException(what, file.toString(), mend);
  }

  public String what() {
    return what;
  }

  public String where() {
    return where;
  }

  public String mend() {
    return mend;
  }
}
