/**
 * 16 Franca, Nested Matryoshka Clustering for Scalable Visual Representation Learning
 * (Venkataramanan and others 2025; arXiv 2507.14137). A vision transformer learns without labels by
 * predicting a slowly following teacher's cluster assignments; heads look at ever longer prefixes
 * of its features, so that each prefix is a coarser feature of its own. Start at {@link
 * dev.grassmann.clusters.franca.Franca}. What a prefix is worth says {@link
 * dev.grassmann.clusters.franca.Prefixes}, for any vectors. {@link
 * dev.grassmann.clusters.franca.Erase} is RASA: it finds the directions of token features that a
 * linear probe reads positions, or anything else, from, and projects them out.
 *
 * <p>Where it differs from the paper and its code:
 *
 * <ul>
 *   <li>Sizes are those of small images on a few cores; views are crops, flips, brightness and
 *       contrast, without blur, hue and solarisation.
 *   <li>All parameters have one learning rate and one constant weight decay; the code slows the
 *       patch embedding down and lets the decay rise.
 *   <li>Weights of heads start with a deviation of 1/√inputs, which is the paper's 0.02 at its
 *       width; narrower heads would start blind.
 *   <li>Heads look at slices, as the paper has it; {@code --heads project} gives each head a linear
 *       layer of the whole vector, as the code has it.
 *   <li>A probe of RASA starts at 0 and is kept off directions that are gone, since what a random
 *       start leaves there writes positions back; {@code --parity} is the published form.
 * </ul>
 */
package dev.grassmann.clusters.franca;
