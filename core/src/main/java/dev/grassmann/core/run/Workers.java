package dev.grassmann.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Does many independent tasks on several threads. A thread that is free takes the next task, so
 * that one long task holds up nobody; results stand in the order of the tasks, whichever thread did
 * them, so that the number of threads changes nothing but the time. The calling thread works too;
 * the others are those of Java's common pool, so that starting costs microseconds.
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

  /** What is done with {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  public interface Range {
    void run(int from, int to);
  }

  /**
   * Results of tasks {@code 0 .. count - 1}. A refusal or a cancelling in one task ends all.
   *
   * @param stage what progress calls it, e.g. {@code scoring}
   * @param scratch makes what each thread keeps for itself
   */
  public static <S, T> List<T> map(
      int count, String stage, Run run, Supplier<S> scratch, Task<S, T> task) {
    AtomicInteger done = new AtomicInteger();
    List<T> results =
        map(
            count,
            run.threads(),
            scratch,
            (i, own) -> {
              run.step(stage, done.get(), count);
              T result = task.run(i, own);
              done.incrementAndGet();
              return result;
            });
    run.step(stage, count, count);
    return results;
  }

  /**
   * The same without progress.
   *
   * @param threads how many work at most; never more than there are processors
   */
  public static <S, T> List<T> map(int count, int threads, Supplier<S> scratch, Task<S, T> task) {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    each(
        Math.min(threads, count),
        () -> {
          S own = scratch.get();
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            results[i] = task.run(i, own);
          }
        },
        () -> next.set(count));
    @SuppressWarnings("unchecked")
    List<T> typed = (List<T>) Arrays.asList(results);
    return typed;
  }

  /**
   * Splits 0 to n into one range a thread and waits for all of them.
   *
   * @param least what is too little for a thread of its own
   * @param threads how many ranges at most
   */
  public static void ranges(int n, int least, int threads, Range work) {
    int ranges = Math.max(1, Math.min(threads, n / Math.max(1, least)));
    if (ranges == 1) {
      work.run(0, n);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    each(
        ranges,
        () -> {
          int range = next.getAndIncrement();
          work.run(edge(n, range, ranges), edge(n, range + 1, ranges));
        },
        () -> {});
  }

  private static int edge(int n, int range, int ranges) {
    return (int) ((long) n * range / ranges);
  }

  /**
   * Runs {@code loop} so many times side by side.
   *
   * @param stop called at the first failure, so that nobody starts anything more
   */
  private static void each(int times, Runnable loop, Runnable stop) {
    if (times <= 1) {
      loop.run();
      return;
    }
    // the pool would hand a failure on as a copy that it makes by reflection
    AtomicReference<Throwable> failure = new AtomicReference<>();
    IntStream.range(0, times)
        .parallel()
        .forEach(
            i -> {
              try {
                loop.run();
              } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                stop.run();
              }
            });
    if (failure.get() instanceof RuntimeException e) {
      throw e; // a refusal or a cancelling keeps its type
    }
    if (failure.get() instanceof Error e) {
      throw e;
    }
  }
}
