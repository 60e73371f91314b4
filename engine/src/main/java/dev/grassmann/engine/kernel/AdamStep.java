package dev.grassmann.engine.kernel;

/**
 * What one step of Adam multiplies by, in float32 (Kingma, Ba 2015, algorithm 1).
 *
 * @param clip the gradient
 * @param decay the parameter, as part of the gradient
 * @param keep the parameter itself
 * @param beta1 the memory of gradients
 * @param beta2 the memory of squares
 * @param rate the step, with the first bias correction in it
 * @param root the root of the squares: the second bias correction
 * @param epsilon added to it
 */
public record AdamStep(
    float clip,
    float decay,
    float keep,
    float beta1,
    float beta2,
    float rate,
    float root,
    float epsilon) {}
