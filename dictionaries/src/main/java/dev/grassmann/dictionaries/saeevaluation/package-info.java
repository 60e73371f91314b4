/**
 * 21 Towards principled evaluations of sparse autoencoders for interpretability and control
 * (Makelov, Lange, Nanda 2024, arXiv 2405.08366): judges a dictionary of features on data whose
 * attributes are known. A dictionary learnt with the attributes in sight is the skyline; the other
 * one is asked whether its reconstruction carries the computation (sufficiency and necessity),
 * whether an attribute can be edited by changing few latents, and whether latents match attributes.
 *
 * <p>Start at {@link dev.grassmann.dictionaries.saeevaluation.SaeJudge}; Java users who want one
 * part: {@link dev.grassmann.dictionaries.saeevaluation.SupervisedDictionary}, {@link
 * dev.grassmann.dictionaries.saeevaluation.GreedyEditor}, {@link
 * dev.grassmann.dictionaries.saeevaluation.Interpreter}. What follows the activations is a {@link
 * dev.grassmann.dictionaries.saeevaluation.Downstream}: the rest of a transformer, or a classifier.
 *
 * <p>Departs from the paper: its model is GPT-2 small with circuits known from other work; here a
 * three-layer transformer is trained on the task ({@code sae testbed}), and any data with a table
 * of attributes will do. The removed weight of an exchanged latent counts by the share of its code
 * that goes.
 */
package dev.grassmann.dictionaries.saeevaluation;
