package dev.grassmann.dictionaries.train;

import dev.grassmann.core.result.Dictionary;

/**
 * How a sparse autoencoder is trained, whatever its architecture.
 *
 * @param steps optimiser steps, at least 1
 * @param batch rows a step; no more than there are
 * @param learningRate Adam's, above 0
 * @param beta1 Adam's decay of the mean gradient
 * @param beta2 Adam's decay of the squared gradient
 * @param weightDecay decoupled from the gradient
 * @param clip largest norm of the whole gradient; 0 for any
 * @param warmup steps over which the learning rate rises from 0
 * @param coolDown share of the steps over which it falls at the end
 * @param coolDownTo share of it that is left at the end
 * @param scaling how vectors are scaled
 * @param testShare share of the rows that is kept for measuring; 0 measures on the training rows
 */
public record TrainingPlan(
    long steps,
    int batch,
    double learningRate,
    double beta1,
    double beta2,
    double weightDecay,
    double clip,
    int warmup,
    double coolDown,
    double coolDownTo,
    Dictionary.Kind scaling,
    double testShare) {

  /** Share of the learning rate that a step uses, from 0. */
  double rate(long step) {
    if (step < warmup) {
      return (step + 1.0) / warmup;
    }
    double falls = coolDown * steps;
    double into = step - (steps - falls);
    return into <= 0 ? 1 : 1 - (1 - coolDownTo) * into / falls;
  }
}
