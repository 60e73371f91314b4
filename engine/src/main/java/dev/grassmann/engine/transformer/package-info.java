/**
 * A small decoder-only transformer whose activations can be read and replaced by name: pre-layer
 * normalisation, learnt positions, GELU. Rows of words are padded on the left, so that the last
 * word of each stands in the last place. {@link dev.grassmann.engine.transformer.Forward} is the
 * door for who works with plain arrays; {@link dev.grassmann.engine.transformer.Hook} for who knows
 * tensors.
 */
package dev.grassmann.engine.transformer;
