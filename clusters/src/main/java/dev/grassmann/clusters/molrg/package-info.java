/**
 * 12 MoLRG: diffusion models learn low-dimensional distributions by subspace clustering (arXiv
 * 2409.02426). Data are modelled as a mixture of low-rank Gaussians; a denoiser with the form of
 * that model's posterior mean, trained on the diffusion loss, then finds what PCA finds (one
 * component) or what k-subspaces finds (several), once each component has as many points as
 * dimensions. Start at {@link dev.grassmann.clusters.molrg.Molrg}; {@link
 * dev.grassmann.clusters.molrg.Mixture} is the model, {@link dev.grassmann.clusters.molrg.Denoiser}
 * what samples, Jacobians and edits are asked of.
 *
 * <p>Departures from the paper. All denoisers are asked at {@code x / s}, so that one noise level
 * sigma = gamma / s says what the pair (s, gamma) says; schedules turn times into these. Fresh
 * noise is weighed uniformly over the schedule's times or as EDM does it. The orthonormal bases are
 * the Q of free matrices, or move along the manifold. Random starts of a training are trained side
 * by side in one batch, and the one of least loss is given.
 */
package dev.grassmann.clusters.molrg;
