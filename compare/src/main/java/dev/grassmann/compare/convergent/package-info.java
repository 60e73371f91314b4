/**
 * 28 Convergent learning (Li, Yosinski, Clune, Lipson, Hopcroft 2016, arXiv 1511.07543): do two
 * networks learn the same representations? Start at {@link
 * dev.grassmann.compare.convergent.Spaces}; the measures themselves, which other systems use too,
 * are in {@link dev.grassmann.compare.measures}.
 *
 * <p><b>Built:</b> the comparison of two spaces as wholes: linear CKA, biased, unbiased and by
 * minibatches, orthogonal Procrustes, and mutual nearest neighbours, each beside what shuffled rows
 * give. These are the measures that the field has settled on since the paper.
 *
 * <p><b>Not built yet:</b> the paper's own three steps, which pair units: one-to-one matching,
 * sparse prediction of each unit from the other network's, and clustering of the joint graph of
 * units; then CKA with an RBF kernel, CCA, SVCCA, PWCCA, CKNNA, RSA, and matrices of layers.
 *
 * <p>Where it departs from the common implementations, and why:
 *
 * <ul>
 *   <li><b>Sums are taken about the mean, in float64</b>, block by block. In float32 and about the
 *       origin, adding 1,000 to every column of real activations moves CKA from 0.872 to 0.923.
 *   <li><b>Unbiased CKA in one pass.</b> HSIC₁ with a linear kernel needs sums over rows only, so
 *       that no n × n matrix is made and no batch has to stand for the whole.
 *   <li><b>Nothing is clamped.</b> An unbiased score below 0 is printed as it is.
 *   <li><b>Mutual neighbours</b> take the rows as they are; the paper that proposed them first cuts
 *       values at a percentile, without which its published figures do not come out.
 * </ul>
 */
package dev.grassmann.compare.convergent;
