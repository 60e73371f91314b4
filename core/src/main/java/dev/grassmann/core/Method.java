package dev.grassmann.core;

import dev.grassmann.core.run.Run;

/**
 * A method is a function of (input, config, run): the same three give the same result. It never
 * prints, never reads the clock for randomness, never picks its own folder. Implementations have a
 * public no-argument constructor and are named in {@code
 * META-INF/services/dev.grassmann.core.Method}.
 *
 * @param <I> one of the values of {@link dev.grassmann.core.data}
 * @param <C> config record whose components carry {@link Option}
 * @param <R> what comes out
 */
public interface Method<I, C extends Record, R extends Result> {
  /** Who it is. */
  MethodInfo info();

  /** Class of the value that {@link #run} takes; the command line reads files into it. */
  Class<I> input();

  /** Every option with the paper's default. */
  C defaults();

  /**
   * Runs the method. Checks the config against its options and the input at this one door.
   *
   * @throws InputException where input or config cannot be used
   * @throws dev.grassmann.core.run.CancelledException where the run was cancelled
   */
  R run(I input, C config, Run run);
}
