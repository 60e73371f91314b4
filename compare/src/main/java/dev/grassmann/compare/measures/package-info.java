/**
 * The standard measures of similarity between two representations of the same samples, as plain
 * functions for Java users and for the systems of this family.
 *
 * <pre>{@code
 * PairMoments moments = PairMoments.of(a, b);                  // one pass over the rows
 * double cka = Cka.unbiased(moments);
 * double distance = Procrustes.of(moments).distance();
 * double mutual = MutualNeighbours.of(a, b, 10, run).score();
 * }</pre>
 *
 * <p>What CKA and Procrustes need is in {@link dev.grassmann.compare.measures.PairMoments}, which
 * can be merged and saved: rows may come in partitions, on other machines, or later.
 */
package dev.grassmann.compare.measures;
