/**
 * 19 PolySAE (arXiv 2602.01322): a sparse autoencoder whose encoder is one of the standard family's
 * and whose decoder adds quadratic and cubic terms in the codes, through one shared low-rank
 * orthonormal projection. It can say "star and coffee, bound together" by an interaction of two
 * latents, where a linear decoder needs a third latent.
 *
 * <p>Start at {@link dev.grassmann.dictionaries.polysae.PolySae}; the mathematics is {@link
 * dev.grassmann.dictionaries.polysae.PolyDecoder}, with its gradient by hand: a = z U is gathered
 * from k rows of U, and what follows are products with matrices of a few hundred columns. What can
 * be read off a trained one is {@link dev.grassmann.dictionaries.polysae.Interactions}.
 *
 * <p>Departs from the authors' code: the projection is brought back to orthonormal columns by
 * Cholesky in float64, which is the same matrix as the positive-diagonal QR's for a fraction of the
 * time ({@code --retract qr} for theirs); ranks must not rise; dead latents may be revived by the
 * linear part alone ({@code --aux-linear}); a training may start aligned, or from a linear
 * autoencoder with the same output. The variant with a projection for each order is not built: the
 * paper's tables use the shared one.
 */
package dev.grassmann.dictionaries.polysae;
