package dev.grassmann.core.run;

/** Where a method reports how far it is. Implementations must be safe to call from any thread. */
@FunctionalInterface
public interface Progress {
  /**
   * Reports how far a stage is.
   *
   * @param stage what is being done, e.g. {@code scoring}
   * @param done steps done, 0 to {@code total}
   * @param total steps in all, or a value of 0 or less where it is not known
   */
  void step(String stage, long done, long total);

  /** Says nothing. */
  static Progress silent() {
    return (stage, done, total) -> {};
  }
}
