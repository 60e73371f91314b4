/**
 * Denoisers that are networks: trained here (a perceptron for vectors, a small U-Net for images,
 * both with EDM's preconditioning) or brought along as TorchScript. Products with their Jacobians
 * come from automatic differentiation. Start at {@link
 * dev.grassmann.clusters.molrg.network.NetworkDenoiser}.
 */
package dev.grassmann.clusters.molrg.network;
