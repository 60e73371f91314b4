/**
 * 20 Mutual Choice and Feature Choice (arXiv 2411.02124): which latents fire for which rows, as the
 * handing out of a fixed budget of M = k · B codes a batch. Mutual Choice gives them to the largest
 * pre-activations of the whole batch (the same choice as BatchTopK's), Feature Choice gives every
 * latent its own number of rows, so that none can die; a Zipf law says how many.
 *
 * <p>Start at {@link dev.grassmann.dictionaries.choicesae.ChoiceSae}; {@link
 * dev.grassmann.dictionaries.choicesae.ZipfFit} fits the law, {@link
 * dev.grassmann.dictionaries.choicesae.Quotas} shares the budget out.
 *
 * <p>The paper's body and code could not be had. Masks, the budget, the Zipf observation and the
 * purpose of the auxiliary loss are the paper's, from its abstract and its published reviews; the
 * fit, the rounding of quotas, the switch from Mutual to Feature Choice, the form of the Zipf loss
 * and encoding without a batch are reconstructions that agree with them.
 */
package dev.grassmann.dictionaries.choicesae;
