package dev.grassmann.tables;

import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Does many independent tasks on a run's threads. A thread that is free takes the next task, so
 * that one long task holds up nobody; results stand in the order of the tasks, whichever thread did
 * them, so that the number of threads changes nothing but the time.
 */
public final class Workers {
  private Workers() {}

  /**
   * One task.
   *
   * @param <S> arrays that a thread keeps between its tasks
   * @param <T> what comes out
   */
  @FunctionalInterface
  public interface Task<S, T> {
    T run(int index, S scratch);
  }

  /**
   * Results of tasks {@code 0 .. count - 1}. A refusal or a cancelling in one task ends all.
   *
   * @param stage what progress calls it, e.g. {@code scoring}
   * @param scratch makes what each thread keeps for itself
   */
  public static <S, T> List<T> map(
      int count, String stage, Run run, Supplier<S> scratch, Task<S, T> task) {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable loop =
        () -> {
          S own = scratch.get();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            run.step(stage, done.get(), count);
            results[i] = task.run(i, own);
            done.incrementAndGet();
          }
        };
    onThreads(Math.min(run.threads(), count), loop, next, count);
    run.step(stage, count, count);
    @SuppressWarnings("unchecked")
    List<T> typed = (List<T>) Arrays.asList(results);
    return typed;
  }

  private static void onThreads(int threads, Runnable loop, AtomicInteger next, int count) {
    if (threads <= 1) {
      loop.run();
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads - 1,
            work -> {
              Thread thread = new Thread(work, "grassmann-tables");
              thread.setDaemon(true);
              return thread;
            });
    Runnable guarded =
        () -> {
          try {
            loop.run();
          } finally {
            next.set(count); // after a failure nobody starts another task
          }
        };
    try {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 1; i < threads; i++) {
        others.add(pool.submit(guarded));
      }
      guarded.run();
      for (Future<?> other : others) {
        other.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure; // a refusal or a cancelling keeps its type
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }
}
