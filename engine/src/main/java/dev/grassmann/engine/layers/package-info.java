/**
 * The parts that networks are put together from. Start at {@link
 * dev.grassmann.engine.layers.ParameterSet}, which makes, names, owns and frees what is learnt;
 * layers are what they compute, and take their numbers from it: {@link
 * dev.grassmann.engine.layers.Linear}, {@link dev.grassmann.engine.layers.LayerNorm}, {@link
 * dev.grassmann.engine.layers.TransformerBlock}.
 */
package dev.grassmann.engine.layers;
