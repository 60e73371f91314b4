package dev.grassmann.cli;

/**
 * A command that is not made from methods, such as {@code systems} or {@code bench}.
 * Implementations carry picocli's annotations (name, one-line description, options), have a public
 * no-argument constructor and are named in {@code META-INF/services/dev.grassmann.cli.Command}.
 */
public interface Command {
  /**
   * Runs with the options that picocli has set.
   *
   * @return 0 where all went well, 1 where something of ours failed or does not hold
   * @throws dev.grassmann.core.InputException where the user's input cannot be used; becomes 2
   */
  int run(Session session) throws Exception;
}
