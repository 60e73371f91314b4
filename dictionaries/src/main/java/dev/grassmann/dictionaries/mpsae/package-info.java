/**
 * 18 MP-SAE (Costa, Fel, Lubana, Tolooshams, Ba 2025, arXiv 2506.03093): a sparse autoencoder whose
 * encoder is matching pursuit over its own dictionary. Each pick explains what is left of the row,
 * so atoms picked together are nearly orthogonal though the dictionary as a whole may be coherent,
 * and the number of picks may be changed after training.
 *
 * <p>Java users with a dictionary start at {@link dev.grassmann.dictionaries.mpsae.MpEncoder}; the
 * mathematics is {@link dev.grassmann.dictionaries.mpsae.Pursuit} and {@link
 * dev.grassmann.dictionaries.mpsae.PursuitGradient}.
 */
package dev.grassmann.dictionaries.mpsae;
