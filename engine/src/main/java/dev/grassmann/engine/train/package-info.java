/**
 * One training loop for every learner. Start at {@link dev.grassmann.engine.train.Trainer}: a
 * {@link dev.grassmann.engine.train.Learner} gives named parameters and, for a batch, their
 * gradients, by libtorch's autograd or by arithmetic of its own; a {@link
 * dev.grassmann.engine.train.TrainingPlan} says how to descend.
 *
 * <p>A training that is cut short goes on from its checkpoint to the same bytes: what a step does
 * depends on the seed, its number and the state before it, and on nothing else.
 */
package dev.grassmann.engine.train;
