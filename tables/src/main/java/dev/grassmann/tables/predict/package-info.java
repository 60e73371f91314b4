/**
 * Models that judge columns by what can be predicted from them: ridge and logistic regression,
 * random forests, boosted trees. All learn from a {@link dev.grassmann.tables.Sample} and are
 * deterministic by the run's seed. Start at {@link dev.grassmann.tables.predict.Predictor}.
 */
package dev.grassmann.tables.predict;
