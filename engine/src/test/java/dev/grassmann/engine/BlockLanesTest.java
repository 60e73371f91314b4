package dev.grassmann.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockLanesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void takesResultsInOrderFromAnyNumberOfLanes(int threads) {
    LibTorch.start(threads);
    List<Integer> taken = new ArrayList<>();
    BlockLanes.forEach(50, () -> 7, (i, own) -> i * own, taken::add);
    assertEquals(IntStream.range(0, 50).mapToObj(i -> 7 * i).toList(), taken);
    LibTorch.start(2);
  }

  @Test
  void worksOnTwoBlocksAtOnceEachOnOneThread() {
    LibTorch.start(2);
    CountDownLatch both = new CountDownLatch(2); // would never open if one lane did all
    Set<Thread> lanes = ConcurrentHashMap.newKeySet();
    Set<Integer> threads = new HashSet<>();
    BlockLanes.forEach(
        2,
        () -> lanes.add(Thread.currentThread()),
        (i, own) -> {
          both.countDown();
          await(both);
          return torch.get_num_threads();
        },
        threads::add);
    assertEquals(2, lanes.size());
    assertEquals(Set.of(1), threads);
    assertEquals(2, torch.get_num_threads());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void freesWhatABlockMadeAtOnceAndWhatALaneKeepsAtTheEnd() {
    List<Tensor> made = new ArrayList<>();
    List<Tensor> kept = new ArrayList<>();
    LibTorch.start(1);
    BlockLanes.forEach(
        3,
        () -> {
          kept.add(Tensors.of(new float[] {1}, 1));
          return kept.get(0);
        },
        (i, own) -> {
          assertTrue(made.stream().allMatch(tensor -> tensor.isNull()));
          made.add(own.add(own));
          return own.item_float();
        },
        one -> assertEquals(1f, one));
    assertEquals(3, made.size());
    assertEquals(1, kept.size());
    assertTrue(kept.get(0).isNull());
    LibTorch.start(2);
  }

  @Test
  void aRefusalInABlockComesOutAsItIsAndEndsTheRest() {
    LibTorch.start(2);
    InputException refusal = new InputException("is NaN", "row 3", "mend it");
    AtomicInteger done = new AtomicInteger();
    InputException thrown =
        assertThrows(
            InputException.class,
            () ->
                BlockLanes.forEach(
                    1_000,
                    () -> null,
                    (i, own) -> {
                      if (i == 3) {
                        throw refusal;
                      }
                      return done.incrementAndGet();
                    },
                    result -> {}));
    assertSame(refusal, thrown);
    assertTrue(done.get() < 20, done::toString);
    assertEquals(2, torch.get_num_threads());
  }

  @Test
  void aLaneThatCannotBeginIsHeardToo() {
    assertThrows(
        ArithmeticException.class,
        () ->
            BlockLanes.forEach(
                5,
                () -> {
                  throw new ArithmeticException();
                },
                (i, own) -> i,
                result -> {}));
  }

  @Test
  void aTakerThatFailsEndsTheLanesBeforeItIsHeard() {
    AtomicInteger begun = new AtomicInteger();
    assertThrows(
        ArithmeticException.class,
        () ->
            BlockLanes.forEach(
                1_000,
                () -> null,
                (i, own) -> begun.incrementAndGet(),
                result -> {
                  throw new ArithmeticException();
                }));
    int then = begun.get();
    assertTrue(then <= 6, begun::toString);
    assertEquals(
        0,
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("grassmann-lane"))
            .count());
  }

  @Test
  void ofNoBlocksDoesNothing() {
    BlockLanes.forEach(0, () -> null, (i, own) -> i, result -> assertEquals(-1, result));
  }
}
