package dev.grassmann.dictionaries.topk;

/**
 * What TopK and BatchTopK have in common, as the learner wants it.
 *
 * @param k latents a row; for {@link Selection#BATCH} on average, so it may be a fraction
 * @param annealFrom sparsity of the first step
 * @param annealSteps steps over which the sparsity falls to k; 0 for none
 * @param kAux dead latents a row that AuxK uses
 * @param deadAfter rows after which a silent latent is dead
 * @param unitDecoder whether decoder rows have norm 1 after every step
 * @param startNorm norm of the decoder's rows at the start
 * @param normWeighed whether decoder norms weigh the choice
 * @param wide whether four times as many latents a row reconstruct as well (Multi-TopK)
 * @param thresholdDecay share of the old threshold that a step keeps
 * @param thresholdStart first step that moves the threshold
 */
record TopKOptions(
    Selection selection,
    double k,
    double annealFrom,
    int annealSteps,
    AuxK auxK,
    double auxWeight,
    int kAux,
    long deadAfter,
    boolean unitDecoder,
    double startNorm,
    BiasStart biasStart,
    boolean normWeighed,
    boolean wide,
    double thresholdDecay,
    int thresholdStart) {

  /** Sparsity of a step: falls from {@code annealFrom} to k in a straight line. */
  double kAt(long step) {
    return step >= annealSteps ? k : annealFrom + (k - annealFrom) * step / annealSteps;
  }
}
