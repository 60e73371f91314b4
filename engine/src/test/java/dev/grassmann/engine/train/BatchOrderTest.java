package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
}
