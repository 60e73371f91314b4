package dev.grassmann.tables;

import dev.grassmann.core.run.Progress;
import dev.grassmann.core.run.Run;
import java.util.concurrent.atomic.AtomicLongArray;

/** Progress of tasks that run side by side, reported as that of one. */
final class FoldProgress {
  private static final long WHOLE = 1000;

  private final Run run;
  private final AtomicLongArray done;

  FoldProgress(Run run, int tasks) {
    this.run = run;
    this.done = new AtomicLongArray(tasks);
  }

  /** The progress of one task. */
  Part of(int task) {
    return new Part(task);
  }

  final class Part implements Progress {
    private final int task;

    private Part(int task) {
      this.task = task;
    }

    @Override
    public void step(String stage, long count, long total) {
      done.set(task, total == 0 ? WHOLE : WHOLE * count / total);
      long sum = 0;
      for (int i = 0; i < done.length(); i++) {
        sum += done.get(i);
      }
      run.step(stage, sum, WHOLE * done.length());
    }
  }
}
