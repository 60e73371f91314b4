package dev.grassmann.core;

/**
 * Who a method is.
 *
 * @param system number of the system that it belongs to, 0 to 45 (see {@link Systems}), or {@link
 *     #NO_SYSTEM}
 * @param id the value of {@code --method} that chooses it, lower case with dashes, e.g. {@code
 *     ssc-omp}; unique within a command
 * @param command noun and verb, e.g. {@code rank} or {@code cluster fit}
 * @param title name as the field writes it, e.g. {@code SSC-OMP}
 * @param paper author, year and identifier of the source
 * @param summary one line, without a full stop: what it does
 * @param standard whether it is the command's default method
 */
public record MethodInfo(
    int system,
    String id,
    String command,
    String title,
    String paper,
    String summary,
    boolean standard) {
  /** For commands that use many systems, such as {@code explore}. */
  public static final int NO_SYSTEM = -1;
}
