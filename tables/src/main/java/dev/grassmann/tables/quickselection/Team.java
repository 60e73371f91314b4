package dev.grassmann.tables.quickselection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.function.IntConsumer;

/**
 * Threads that do one piece of work together, again and again, thousands of times a second: handing
 * out tasks through a queue would cost more than the work. Member 0 is the caller's own thread.
 */
final class Team implements AutoCloseable {
  private final int size;
  private final Phaser barrier;
  private final List<Throwable> failures = new ArrayList<>();
  private volatile IntConsumer work;

  Team(int size) {
    this.size = size;
    this.barrier = new Phaser(size);
    for (int member = 1; member < size; member++) {
      int index = member;
      Thread thread = new Thread(() -> serve(index), "grassmann-quickselection-" + member);
      thread.setDaemon(true);
      thread.start();
    }
  }

  int size() {
    return size;
  }

  /** Has each member do its part, 0 to {@code size - 1}, and waits for all of them. */
  void run(IntConsumer parts) {
    if (size == 1) {
      parts.accept(0);
      return;
    }
    work = parts;
    barrier.arriveAndAwaitAdvance();
    attempt(0);
    barrier.arriveAndAwaitAdvance();
    synchronized (failures) {
      if (!failures.isEmpty()) {
        Throwable first = failures.get(0);
        failures.clear();
        if (first instanceof RuntimeException known) {
          throw known; // a refusal keeps its type
        }
        throw new IllegalStateException(first);
      }
    }
  }

  private void serve(int member) {
    while (true) {
      barrier.arriveAndAwaitAdvance();
      if (work == null) {
        return;
      }
      attempt(member);
      barrier.arriveAndAwaitAdvance();
    }
  }

  private void attempt(int member) {
    try {
      work.accept(member);
    } catch (RuntimeException | Error e) { // the others wait at the barrier: it must be reached
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  @Override
  public void close() {
    if (size > 1) {
      work = null;
      barrier.arrive();
    }
  }
}
