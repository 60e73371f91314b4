/**
 * The rankers that new ones are measured against: LASSO (Tibshirani 1996), permutation importance
 * of a random forest (Breiman 2001), mutual information by nearest neighbours (Kraskov et al. 2004,
 * Ross 2014) and recursive feature elimination by support vectors (Guyon et al. 2002). Each scores
 * on folds as {@link dev.grassmann.tables.FoldedRanking} does, each vector divided by its sum.
 *
 * <p>Where they depart from scikit-learn, whose defaults they have: support vector regression
 * shrinks its intercept and learns a standardised target; forests cut between bins where a column
 * has more than 256 values; folds that choose the penalty of LASSO are dealt at random.
 */
package dev.grassmann.tables.baseline;
