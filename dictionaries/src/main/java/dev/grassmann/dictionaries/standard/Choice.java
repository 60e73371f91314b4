package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/**
 * What was chosen from a batch's pre-activations.
 *
 * @param codes the latents that reconstruct
 * @param wide four times as many a row, for the second loss of Multi-TopK; null without it
 * @param dead those among the dead that are to reconstruct what is left; null where there is no
 *     such loss or no dead latent
 * @param least the least number that each latent's quota let in; null without quotas
 */
record Choice(ActiveCodes codes, ActiveCodes wide, ActiveCodes dead, float[] least) {}
