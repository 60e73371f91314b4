package dev.grassmann.tables.evaluation;

import dev.grassmann.core.result.FeatureRanking;

/**
 * What one ranker gave in one fold.
 *
 * @param ranking what it said; null for the choices that no ranker made
 * @param qualities of each number of kept columns and each predictor
 * @param seconds of a processor that the ranking took, without the judging
 */
record Trial(FeatureRanking ranking, double[][] qualities, double seconds) {}
