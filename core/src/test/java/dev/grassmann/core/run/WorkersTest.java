package dev.grassmann.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void resultsStandInTheOrderOfTheTasks() {
    for (int threads : new int[] {1, 2, 7}) {
      assertEquals(
          IntStream.range(0, 100).map(i -> i * i).boxed().toList(),
          Workers.map(100, threads, () -> 0, (i, none) -> i * i));
    }
  }

  @Test
  void aThreadKeepsItsScratchBetweenTasks() {
    AtomicInteger made = new AtomicInteger();
    Workers.map(1_000, 2, made::incrementAndGet, (i, scratch) -> scratch);
    assertTrue(made.get() <= 2, made + " were made");
  }

  @Test
  void aRefusalEndsAllAndStaysItself() {
    InputException refusal = new InputException("no", "here", "mend it");
    AtomicInteger done = new AtomicInteger();
    InputException thrown =
        assertThrows(
            InputException.class,
            () ->
                Workers.map(
                    1_000_000,
                    4,
                    () -> 0,
                    (i, none) -> {
                      if (i == 10) {
                        throw refusal;
                      }
                      return done.incrementAndGet();
                    }));
    assertSame(refusal, thrown);
    assertTrue(done.get() < 1_000_000, "others went on to the end");
  }

  @Test
  void cancellingEndsAtTheNextTask() {
    AtomicInteger done = new AtomicInteger();
    Run run = Run.builder().threads(2).cancelled(() -> done.get() >= 5).build();
    assertThrows(
        CancelledException.class,
        () -> Workers.map(1_000, "scoring", run, () -> 0, (i, none) -> done.incrementAndGet()));
    assertTrue(done.get() <= 7, done + " tasks were done");
  }

  @Test
  void rangesCoverEveryPlaceOnce() {
    for (int n : new int[] {0, 1, 5, 1_000}) {
      for (int threads : new int[] {1, 3, 8}) {
        AtomicIntegerArray seen = new AtomicIntegerArray(n);
        Workers.ranges(
            n,
            4,
            threads,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                seen.incrementAndGet(i);
              }
            });
        for (int i = 0; i < n; i++) {
          assertEquals(1, seen.get(i), n + " places, " + threads + " threads, place " + i);
        }
      }
    }
  }

  @Test
  void tasksMayShareTheirOwnWorkOut() {
    int sum =
        Workers.map(
                8,
                4,
                () -> 0,
                (i, none) ->
                    Workers.map(8, 4, () -> 0, (j, no) -> 1).stream().mapToInt(x -> x).sum())
            .stream()
            .mapToInt(x -> x)
            .sum();
    assertEquals(64, sum);
  }
}
