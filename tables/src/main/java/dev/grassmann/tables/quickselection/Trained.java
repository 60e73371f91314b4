package dev.grassmann.tables.quickselection;

/**
 * What trainings came to, columns being those that were trained on.
 *
 * @param scores of each training, one a column
 * @param trajectory of the first training: after each epoch, one a column
 * @param losses of each training: mean over an epoch's batches, with noise and dropout
 * @param errors of each training: mean squared error at its end, without noise and dropout
 * @param last network of the last training
 */
record Trained(
    double[][] scores,
    float[][] trajectory,
    double[][] losses,
    double[] errors,
    Autoencoder last) {}
