/**
 * TopK (Gao et al. 2024, arXiv 2406.04093) and BatchTopK (Bussmann et al. 2024, arXiv 2412.06410):
 * the standard sparse autoencoders that MP-SAE is compared with. An encoder of its own makes
 * pre-activations a = (x - b_dec) W_encᵀ + b_enc; the k largest of a row, or the k · B largest of a
 * batch, reconstruct.
 *
 * <p>The mathematics is {@link dev.grassmann.dictionaries.topk.Objective}: loss and exact gradient
 * through the chosen latents alone. No B × F matrix of codes is ever made. {@link
 * dev.grassmann.dictionaries.topk.AuxK} has the three forms that libraries give to the loss for
 * dead latents.
 */
package dev.grassmann.dictionaries.topk;
