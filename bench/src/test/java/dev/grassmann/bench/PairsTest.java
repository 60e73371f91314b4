package dev.grassmann.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void formsTheRatioPairByPair() {
    // a machine that slows down tenfold half-way: the ratio of the medians would be 5.5
    Pairs pairs = new Pairs(new double[] {1, 1, 10, 10}, new double[] {2, 4, 20, 40});
    assertEquals(new Spread(3, 2, 4), pairs.ratio());
  }

  @Test
  void letsEachSideComeFirstInTurn() {
    List<String> order = new ArrayList<>();
    Pairs pairs =
        Pairs.taken(
            3,
            line -> {},
            () -> {
              order.add("ours");
              return order.size();
            },
            () -> {
              order.add("theirs");
              return order.size();
            });
    assertEquals(List.of("ours", "theirs", "theirs", "ours", "ours", "theirs"), order);
    assertArrayEquals(new double[] {1, 4, 5}, pairs.ours());
    assertArrayEquals(new double[] {2, 3, 6}, pairs.theirs());
  }

  @Test
  void takesTheMiddleOfAnOddAndTheMeanOfTheMiddleTwoOfAnEvenCount() {
    assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 2));
    assertEquals(new Spread(2.5, 1, 9), Spread.of(9, 1, 2, 3));
  }

  @Test
  void judgesATargetByTheMedian() {
    assertTrue(Target.ratio(new Spread(5, 1, 9), 5).met());
    assertFalse(Target.ratio(new Spread(4.9, 1, 9), 5).met());
    assertFalse(Target.below(new Spread(60, 1, 90), 60).met());
  }

  @Test
  void callsAnswersEqualOnlyWithinTheTolerance() {
    assertTrue(Answers.within(1e-5, 1e-5, "scores").equal());
    assertFalse(Answers.within(1.01e-5, 1e-5, "scores").equal());
    assertFalse(Answers.within(Double.NaN, 1e-5, "scores").equal());
  }
}
