package dev.grassmann.clusters.lihfss;

/**
 * Which loss is at work: each until it has come to rest, |L_t - L_(t-1)| / |L_(t-1)| staying below
 * a bound for some epochs in a row, or until its epochs are spent.
 */
final class Stages {
  /** In the order in which they come. */
  enum Stage {
    PRETRAINING,
    SELF_EXPRESSION,
    QUALITY,
    DONE
  }

  private final int[] most; // epochs of each stage
  private final double rest;
  private final int patience;
  private int stage;
  private int epochs;
  private int calm;
  private double last = Double.NaN;

  Stages(LihfssConfig config) {
    this.most = new int[] {config.pretrainEpochs(), config.epochs(), config.qualityEpochs()};
    this.rest = config.rest();
    this.patience = config.patience();
    skipEmpty();
  }

  Stage now() {
    return Stage.values()[stage];
  }

  /** Takes note of an epoch's loss. */
  void add(double loss) {
    if (stage == most.length) {
      return;
    }
    boolean quiet = Math.abs(loss - last) < rest * Math.abs(last); // false for the first, NaN
    calm = quiet ? calm + 1 : 0;
    last = loss;
    epochs++;
    if (calm >= patience || epochs >= most[stage]) {
      stage++;
      epochs = 0;
      calm = 0;
      last = Double.NaN;
      skipEmpty();
    }
  }

  private void skipEmpty() {
    while (stage < most.length && most[stage] == 0) {
      stage++;
    }
  }

  /** Everything that {@link #restore} needs. */
  double[] saved() {
    return new double[] {stage, epochs, calm, last};
  }

  void restore(double[] saved) {
    stage = (int) saved[0];
    epochs = (int) saved[1];
    calm = (int) saved[2];
    last = saved[3];
  }
}
