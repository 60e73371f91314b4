/**
 * 03 QuickSelection (Atashgahi et al. 2020, arXiv 2012.00560): ranks columns without a target. A
 * denoising autoencoder of which only a few percent of the connections exist is trained while its
 * weakest connections are replaced again and again (sparse evolutionary training, SET); a column is
 * worth the sum of the absolute weights that leave its input unit. Start at {@link
 * dev.grassmann.tables.quickselection.QuickSelection}; the mathematics is {@code Step} (forward,
 * backward, momentum), {@code Topology} (which connections exist) and {@code Measure} (strength).
 *
 * <p>Sparsity is real: a connection is three numbers in an array, one that does not exist is
 * nothing, and memory grows with connections. Sparse data stays sparse.
 *
 * <p>Where it departs from the released program, and why:
 *
 * <ul>
 *   <li><b>Weights that are scored</b> are those at the end, as the paper says. The program keeps
 *       W1 of the last pruning, before new connections and the last epoch; {@code --snapshot
 *       pruned} does so too.
 *   <li><b>The derivative of tanh outputs</b> is the right one; the program takes it at the
 *       function's value, as {@code --output tanh-released} does.
 *   <li><b>Hidden units that were left out</b> get a gradient as if they had not been. That is the
 *       program's rule and the default figures', so it is ours.
 *   <li><b>Noise</b> is drawn once for each cell, as there, but not kept: it is a function of seed
 *       and place, and takes one of 8,192 equally likely values of a normal variable.
 *   <li><b>In-out measures</b> follow what they are meant to be: the program adds W1's strengths to
 *       themselves instead of W2's, and takes numbers of columns for numbers of hidden units.
 *   <li><b>Constant columns</b> are left out of the training and score 0.
 *   <li>Weights are 32 bits wide; there 64.
 * </ul>
 */
package dev.grassmann.tables.quickselection;
