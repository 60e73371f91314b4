/**
 * Sparse dictionaries of features. What all architectures share: a dictionary at work ({@link
 * dev.grassmann.dictionaries.SparseAutoencoder}, where Java users start), the gather decoder, input
 * scaling, dead latents, and the measures that every architecture is judged by. Each system has a
 * package of its own below this one and is found through {@link
 * dev.grassmann.dictionaries.Architecture}.
 */
package dev.grassmann.dictionaries;
