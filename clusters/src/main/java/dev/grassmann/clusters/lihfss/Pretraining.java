package dev.grassmann.clusters.lihfss;

/** What the autoencoder is prepared by. */
public enum Pretraining {
  /** Sum of squared errors of reconstruction. */
  REC,
  /**
   * Mean over layers of the sum over pairs of ‖x_i - x_j‖² ‖v_i - v_j‖², as in the released code:
   * its minimum is a collapse, so that few epochs are the point of it.
   */
  DP,
  /** Sum over pairs of the squared difference of distances, each as a share of its layer's sum. */
  STRESS
}
