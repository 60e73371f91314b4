package dev.grassmann.engine.train;

import java.util.Map;

/**
 * What a training came to; the learnt numbers are in the learner's parameters.
 *
 * @param steps steps taken, those before a resumption included
 * @param lastLoss loss of the last step's batch
 * @param stoppedEarly whether the loss had come to rest before the plan's end
 * @param average running average of each parameter by its name, empty where none was planned
 * @param log how it went
 */
public record Training(
    long steps,
    double lastLoss,
    boolean stoppedEarly,
    Map<String, float[]> average,
    TrainingLog log) {}
