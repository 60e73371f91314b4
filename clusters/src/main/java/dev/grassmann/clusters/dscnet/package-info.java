/**
 * DSC-Net, deep subspace clustering networks (Ji, Zhang, Li, Salzmann, Reid 2017; arXiv
 * 1709.02508): an autoencoder between whose halves each code is written by the other points' codes,
 * and the decoder has to give the points back from that. Its weights of three losses are tuned with
 * labels by its authors, which is why it stands here as a baseline with a graph of its own, beside
 * LIHFSS that has none. Start at {@link dev.grassmann.clusters.dscnet.DscNet}; the mathematics is
 * {@code DscLearner} and {@code Interaction}.
 *
 * <p>Where it differs from the authors' program: the strongest coefficients are taken for each
 * point's own row, by which it is written, where the program goes by columns of its stacked matrix;
 * pre-training happens here, for a number of epochs that is asked for, and the same Adam goes on;
 * the graph is cut by this toolkit's spectral step; with the l1 norm no point may write itself.
 */
package dev.grassmann.clusters.dscnet;
