/**
 * The standard sparse autoencoders, which MP-SAE is compared with and later systems build on: an
 * encoder of its own makes pre-activations a = (x - b_dec) W_encᵀ + b_enc, and few of them
 * reconstruct.
 *
 * <ul>
 *   <li>ReLU (Bricken et al. 2023): the positive ones, with a penalty on their sum.
 *   <li>Gated (Rajamanoharan et al. 2024, arXiv 2404.16014): a gate and a magnitude.
 *   <li>JumpReLU (Rajamanoharan et al. 2024, arXiv 2407.14435): those above learnt thresholds.
 *   <li>TopK (Gao et al. 2024, arXiv 2406.04093): the k largest of a row.
 *   <li>BatchTopK (Bussmann et al. 2024, arXiv 2412.06410): the k · B largest of a batch.
 *   <li>Matryoshka (Bussmann et al. 2025, arXiv 2503.17547): BatchTopK with nested prefixes.
 * </ul>
 *
 * <p>A {@link dev.grassmann.dictionaries.standard.Rule} is what makes one of them another than its
 * neighbours; the learner around it is the same for all. Gradients are exact, by hand, and go
 * through the chosen latents alone ({@link dev.grassmann.dictionaries.standard.SparseBackward}): no
 * B × F matrix of codes is ever kept. Where libraries differ in a loss, their forms are options.
 */
package dev.grassmann.dictionaries.standard;
