/**
 * Puts rankers of columns to the test: what can be predicted from the columns that each chooses,
 * how much its choice changes from fold to fold, how much its columns repeat each other. Start at
 * {@link dev.grassmann.tables.evaluation.Evaluation}.
 *
 * <p>Nothing leaks: within each fold a ranker sees the training rows only, scaling is fitted on
 * them, predictors learn from them, and the rows held out judge. The KAN selectors' paper scores
 * columns by all rows first and cross-validates predictors on the same rows; its figures are
 * therefore a little better than what such an honest measurement gives.
 */
package dev.grassmann.tables.evaluation;
