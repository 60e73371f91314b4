package dev.grassmann.core.data;

/**
 * A document of a block that cannot be read. Only the pass over the corpus knows in which line of
 * which file the block began; it turns this into an {@link dev.grassmann.core.InputException}.
 */
public final class BrokenDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String mend;

  /**
   * @param what what is wrong with it
   * @param mend what the user can do
   */
  public BrokenDocument(String what, String mend) {
    super(what, null, false, false); // thrown per document: a stack trace would cost more than it
    this.what = what;
    this.mend = mend;
  }

  public String what() {
    return what;
  }

  public String mend() {
    return mend;
  }
}
