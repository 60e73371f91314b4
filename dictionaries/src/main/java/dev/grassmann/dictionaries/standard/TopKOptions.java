package dev.grassmann.dictionaries.standard;

/**
 * What TopK, BatchTopK and Matryoshka have in common, as their rule wants it.
 *
 * @param k latents a row; for {@link Selection#BATCH} on average, so it may be a fraction
 * @param annealFrom sparsity of the first step
 * @param annealSteps steps over which the sparsity falls to k; 0 for none
 * @param normWeighed whether decoder norms weigh the choice
 * @param wide whether four times as many latents a row reconstruct as well (Multi-TopK)
 * @param thresholdDecay share of the old threshold that a step keeps
 * @param thresholdStart first step that moves the threshold
 * @param nesting prefixes that must reconstruct by themselves
 * @param allocation who of rows and latents may have how much
 */
record TopKOptions(
    Selection selection,
    double k,
    double annealFrom,
    int annealSteps,
    AuxOptions aux,
    boolean normWeighed,
    boolean wide,
    double thresholdDecay,
    int thresholdStart,
    Nesting nesting,
    Allocation allocation) {

  @Override
  public String toString() {
    return selection
        + " "
        + k
        + " from "
        + annealFrom
        + " in "
        + annealSteps
        + ", "
        + aux
        + (normWeighed ? ", weighed" : "")
        + (wide ? ", wide" : "")
        + ", threshold "
        + thresholdDecay
        + " from "
        + thresholdStart
        + ", "
        + nesting;
  }

  /** Sparsity of a step: falls from {@code annealFrom} to k in a straight line. */
  double kAt(long step) {
    return step >= annealSteps ? k : annealFrom + (k - annealFrom) * step / annealSteps;
  }
}
