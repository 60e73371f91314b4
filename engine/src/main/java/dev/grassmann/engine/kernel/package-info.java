/**
 * Inner loops over plain arrays, for work too small for a libtorch call (1 to 3 µs each). {@link
 * dev.grassmann.engine.kernel.Kernel#best()} is the fast twin where the Vector API is there and the
 * plain one elsewhere; both give the same answers.
 */
package dev.grassmann.engine.kernel;
