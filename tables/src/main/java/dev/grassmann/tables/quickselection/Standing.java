package dev.grassmann.tables.quickselection;

/** How far the trainings have got: all that a resumed run needs. */
final class Standing {
  final double[][] scores;
  final float[][] trajectory;
  final double[][] losses;
  final double[] errors;
  int training;
  int epoch;
  int batch;
  double lossSoFar;
  double[] snapshot;
  Autoencoder net;

  Standing(int trainings, int epochs, int columns) {
    scores = new double[trainings][columns];
    trajectory = new float[epochs][columns];
    losses = new double[trainings][epochs];
    errors = new double[trainings];
    snapshot = new double[columns];
  }
}
