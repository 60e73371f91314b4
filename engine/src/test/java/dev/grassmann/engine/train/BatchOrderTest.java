package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

  @Test
  void everyPassSeesEveryRowOnceInANewOrder() {
    BatchOrder order = new BatchOrder(12, 4, 5);
    assertEquals(3, order.stepsPerPass());
    int[] first = pass(order, 0);
    int[] second = pass(order, 1);
    assertFalse(Arrays.equals(first, second));
    for (int[] pass : new int[][] {first, second}) {
      assertArrayEquals(IntStream.range(0, 12).toArray(), Arrays.stream(pass).sorted().toArray());
    }
  }

  private static int[] pass(BatchOrder order, int pass) {
    return IntStream.range(3 * pass, 3 * pass + 3)
        .flatMap(step -> Arrays.stream(order.rows(step)))
        .toArray();
  }

  @Test
  void aStepsRowsDoNotDependOnTheStepsBefore() {
    BatchOrder walked = new BatchOrder(100, 7, 9);
    for (int step = 0; step < 40; step++) {
      walked.rows(step);
    }
    assertArrayEquals(new BatchOrder(100, 7, 9).rows(40), walked.rows(40));
    assertFalse(Arrays.equals(new BatchOrder(100, 7, 10).rows(40), walked.rows(40)));
  }

  @Test
  void aBatchLargerThanTheDataIsTheData() {
    BatchOrder order = new BatchOrder(3, 10, 1);
    assertEquals(3, order.batch());
    assertEquals(1, order.stepsPerPass());
    assertEquals(3, order.rows(5).length);
  }

  @Test
  void aBufferGoesThroughTheDataFromFrontToEndAndMixesWhatIsNear() {
    int n = 10_000;
    int buffer = 400;
    BatchOrder order = new BatchOrder(n, 50, buffer, 7);
    int[] first = pass(order, 0, n / 50);
    assertArrayEquals(IntStream.range(0, n).toArray(), Arrays.stream(first).sorted().toArray());
    assertFalse(Arrays.equals(first, pass(order, 1, n / 50)));
    int neighbours = 0;
    for (int i = 0; i < n; i++) {
      assertTrue(first[i] < i + buffer, "row " + first[i] + " is served as the " + i + "th");
      neighbours += i > 0 && Math.abs(first[i] - first[i - 1]) == 1 ? 1 : 0;
    }
    assertTrue(neighbours < n / 50, neighbours + " of " + n + " rows follow a neighbour");
    double late = IntStream.range(0, n).filter(i -> first[i] < i - 8 * buffer).count();
    assertTrue(late < n * 0.01, late + " rows waited long");
  }

  private static int[] pass(BatchOrder order, int pass, int steps) {
    return IntStream.range(steps * pass, steps * (pass + 1))
        .flatMap(step -> Arrays.stream(order.rows(step)))
        .toArray();
  }

  @Test
  void withABufferTooAStepsRowsDoNotDependOnWhatWasAskedBefore() {
    BatchOrder walked = new BatchOrder(100, 7, 20, 9);
    for (int step = 0; step < 40; step++) {
      walked.rows(step);
    }
    int[] rows = walked.rows(40);
    assertArrayEquals(new BatchOrder(100, 7, 20, 9).rows(40), rows);
    assertArrayEquals(rows, walked.rows(40));
    walked.rows(3);
    assertArrayEquals(rows, walked.rows(40));
    assertFalse(Arrays.equals(new BatchOrder(100, 7, 20, 10).rows(40), rows));
  }
}
