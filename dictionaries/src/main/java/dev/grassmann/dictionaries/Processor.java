package dev.grassmann.dictionaries;

import dev.grassmann.core.run.Run;

/** What sparse dictionaries compute on. */
public final class Processor {
  private Processor() {}

  /** Says so where another device was asked for. */
  public static void warn(Run run) {
    if (run.device().equals("cuda")) {
      run.warn("sparse dictionaries are computed on the CPU; --device cuda has no effect here");
    }
  }
}
