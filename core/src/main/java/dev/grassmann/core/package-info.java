/**
 * The contract of the house: a {@link dev.grassmann.core.Method} is a function of an input, a
 * config record and a {@link dev.grassmann.core.run.Run}, and gives a {@link
 * dev.grassmann.core.Result}. Options are written once, as record components with {@link
 * dev.grassmann.core.Option}; everything that a user does wrong becomes an {@link
 * dev.grassmann.core.InputException}.
 */
package dev.grassmann.core;
