/**
 * LIHFSS-SVDSC, label-independent hyperparameter-free self-supervised single-view deep subspace
 * clustering (2025; arXiv 2504.18179), and the proof of it and of the classical family beside it.
 * An autoencoder is prepared; then one matrix C writes each point by the others in every layer of
 * the encoder at once; then clusters found from C weaken its entries between clusters. The losses
 * come one after the other, so that none is weighed against another, and no label is seen. Start at
 * {@link dev.grassmann.clusters.lihfss.Lihfss}; the mathematics is {@code Losses}.
 *
 * <p>Where it differs from the released script: stages end when their loss has come to rest (the
 * script runs a fixed number of epochs, and leaves open when one phase becomes the next); the
 * number of clusters is asked for, not read from labels; rows that are no images get fully
 * connected layers; one Adam goes through all stages; weights under which the decoder gives 0
 * everywhere, and could never be trained, are drawn anew.
 */
package dev.grassmann.clusters.lihfss;
