/**
 * 11 MLC, Unsupervised Manifold Linearizing and Clustering (Ding, Tong, Chan, Dai, Ma, Haeffele,
 * ICCV 2023; arXiv 2301.01805). A network learns a map that sends each curved manifold of points to
 * a linear subspace of its own, and with it a doubly stochastic matrix of who belongs with whom:
 * both make the coding rate of all points large and that of each point's companions small. Clusters
 * are cut from that matrix. Start at {@link dev.grassmann.clusters.mlc.Mlc}; the mathematics is
 * {@code CodingRates} and {@code Sinkhorn}. Two parts are commands of their own: {@link
 * dev.grassmann.clusters.mlc.Mcr2} scores any features with any classes, and {@link
 * dev.grassmann.clusters.mlc.SinkhornBalance} makes a matrix doubly stochastic.
 *
 * <p>Where it differs from the paper and from the code of its authors:
 *
 * <ul>
 *   <li>Rows go through fully connected layers; the paper's ResNet-18 for images is left to the
 *       user, who gives its features.
 *   <li>The agreement of two views weighs the mean of their cosines, as the codes do; the paper
 *       sums absolute values.
 *   <li>Defaults are those that were measured on small data on two cores (Adam, batches of 256);
 *       {@link dev.grassmann.clusters.mlc.MlcConfig#RELEASED} has the constants of the authors'
 *       later code, which takes absolute cosines and five half-steps.
 *   <li>One learning rate serves both heads; their decay may differ.
 *   <li>Where no number of clusters is given, that of least coding length is taken.
 * </ul>
 */
package dev.grassmann.clusters.mlc;
