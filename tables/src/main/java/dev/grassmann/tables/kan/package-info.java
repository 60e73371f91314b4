/**
 * 02 KAN selectors (arXiv 2509.23366): a small Kolmogorov-Arnold network, whose every edge is a
 * learnt curve of one variable, is trained on a table; since each column owns its own curves in the
 * first layer, four scores of columns fall out. Start at {@link dev.grassmann.tables.kan.KanL1};
 * the network is {@code KanLayer}, the scores are {@code Norms}, {@code Saliency} and {@code
 * Knockout}, the learnt curves themselves {@link dev.grassmann.tables.kan.KanCurves}.
 *
 * <p>Where it departs from the paper or its released program, and why:
 *
 * <ul>
 *   <li><b>Two definitions.</b> The paper defines L1 and L2 on spline coefficients; the program
 *       scores the first layer's contributions on data. They rank differently, so both are here:
 *       {@code --space coefficients} (the paper's, the default) and {@code contributions}.
 *   <li><b>Scaling.</b> Features are scaled to [-1, 1] and clipped. The program standardises, but
 *       the splines of its setting are zero beyond 2 standard deviations, where only the base
 *       function is left; {@code --scaling standard} does as the program does.
 *   <li><b>Regression targets</b> are standardised by the training rows, since a hundred epochs at
 *       a rate of 0.001 cannot reach a price in thousands; {@code --raw-target} leaves them alone.
 *   <li><b>Knock-outs</b> do not zero parameters and repeat the forward pass: a column's
 *       contribution is subtracted from the first layer's sums, which is the same.
 *   <li><b>A last batch</b> that is not full sits the epoch out.
 *   <li><b>Negative scores</b>, which a knock-out can have, are kept in the paper's form; vectors
 *       are divided by the sum of their positive parts.
 *   <li><b>The published stabilities</b> are of two data sets: the notebook reads the digits anew,
 *       all ten of them, before it prints KAN-L1's 0.846; KAN-L2's 0.624 is of the digits 0 to 2.
 *       Both trainings there have 15 epochs, not 100.
 *   <li><b>Gradients</b> are computed by hand: of a column's basis functions only p + 1 are not
 *       zero, and a library that does not know that multiplies by all of them.
 * </ul>
 */
package dev.grassmann.tables.kan;
