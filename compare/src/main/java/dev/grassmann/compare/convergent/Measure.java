package dev.grassmann.compare.convergent;

import dev.grassmann.core.Options;

/** A measure that the command knows; {@code --measures} writes it as {@link #word()}. */
public enum Measure {
  /** Linear CKA from unbiased HSIC: about 0 for unrelated spaces at any n. */
  CKA("linear CKA (unbiased)"),
  /** Linear CKA as first published: comparable with most papers, too high for small n. */
  CKA_BIASED("linear CKA (biased)"),
  /** Linear CKA from HSIC averaged over batches: comparable with papers that had to. */
  CKA_MINIBATCH("linear CKA (minibatches)"),
  /** Share of nearest neighbours that are the same in both spaces. */
  MKNN("mutual nearest neighbours"),
  /** Cosine between the spaces after the best rotation. */
  PROCRUSTES("Procrustes similarity");

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** Name for programs and the command line, e.g. {@code cka-biased}. */
  public String word() {
    return Options.word(this);
  }
}
