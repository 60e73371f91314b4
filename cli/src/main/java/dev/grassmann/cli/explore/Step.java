package dev.grassmann.cli.explore;

import dev.grassmann.core.run.Run;

/** One thing to look at. A step reports what it found; it never fails the others. */
interface Step {
  /** What is being done, for the progress line, e.g. {@code ranking columns}. */
  String name();

  /** Looks, and writes what it saw. */
  void look(Exploration exploration, Run run);
}
