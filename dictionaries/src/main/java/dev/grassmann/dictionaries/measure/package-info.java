/**
 * What sparse dictionaries are judged by: fidelity of the reconstruction, density of the latents,
 * coherence of the atoms, and the features as they show on data. {@link
 * dev.grassmann.dictionaries.measure.Evaluator} measures all of it.
 */
package dev.grassmann.dictionaries.measure;
