/**
 * Training of sparse autoencoders, whatever their architecture: split, scaling, batches, optimiser,
 * log and report around a {@link dev.grassmann.dictionaries.train.SaeLearner}.
 */
package dev.grassmann.dictionaries.train;
