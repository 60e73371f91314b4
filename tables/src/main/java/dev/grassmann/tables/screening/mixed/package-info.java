/**
 * 04, third part: a robust mixed-effects model for rows that come in clusters. The random effects
 * and the errors of a cluster follow the power-law distribution that maximises Tsallis entropy, a
 * multivariate t, so that outlying clusters lose their weight. Start at {@link
 * dev.grassmann.tables.screening.mixed.MixedRegression}; the likelihood and its derivatives are
 * {@code ClusterLikelihood}.
 *
 * <p>No code of the authors is known for this part. It is derived here from the ingredients that
 * the thesis names: with q-expectations of mean and scatter given, Tsallis entropy is largest for a
 * density proportional to (1 + (q - 1) beta delta)^(-1 / (q - 1)), delta the squared Mahalanobis
 * distance; in d dimensions that is a t distribution of nu = 2 / (q - 1) - d degrees of freedom. As
 * q changes with the dimension and nu does not, the model is parametrised by nu, and q is reported
 * for each size of cluster.
 */
package dev.grassmann.tables.screening.mixed;
