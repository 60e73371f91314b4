/**
 * 28 Convergent learning (Li, Yosinski, Clune, Lipson, Hopcroft 2016, arXiv 1511.07543): which
 * units of two networks correspond. Start at {@link dev.grassmann.compare.units.Units}.
 *
 * <p>Three questions, of one pass over the activations: which units have one partner (correlation
 * or mutual information, greedy and best matching), which are a mix of few of the other network's
 * (a lasso path from correlations alone), and which go together as a subspace that each network
 * spans with a basis of its own (spectral clusters of the joint graph, with principal angles).
 *
 * <p>Where it departs from the paper, and why:
 *
 * <ul>
 *   <li><b>The lasso is solved exactly</b>, by coordinate descent to the minimum; the paper trains
 *       a 1 × 1 convolution by gradient descent, which ends beside it.
 *   <li><b>Mutual information</b> is in nats throughout; the authors' program divides its bias by
 *       ln 2. Units with negative values have no bin for zeros: they are not rectified.
 *   <li><b>"Units needed"</b> are taken by forward selection, not along the path, whose steps would
 *       decide the figure.
 *   <li><b>Units without an edge</b> are nobody's, and in no cluster.
 * </ul>
 */
package dev.grassmann.compare.units;
