package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void risesInEqualPartsAndThenTakesItsCourse() {
    Schedule linear = Schedule.linear(4);
    assertEquals(0.25, linear.share(0, 14));
    assertEquals(1, linear.share(3, 14));
    assertEquals(1, linear.share(4, 14));
    assertEquals(0.5, linear.share(9, 14), 1e-15);
    Schedule cosine = Schedule.cosine(0);
    assertEquals(1, cosine.share(0, 100));
    assertEquals(0.5, cosine.share(50, 100), 1e-15);
    assertEquals((1 + Math.cos(0.75 * Math.PI)) / 2, cosine.share(75, 100), 1e-15);
    assertEquals(1, Schedule.constant().share(99, 100));
  }

  /** The last fifth of 100 steps down to a tenth. */
  @Test
  void coolsDownToItsEndInTheLastStep() {
    Schedule schedule = new Schedule(Schedule.Course.CONSTANT, 0, 20, 0.1);
    assertEquals(1, schedule.share(79, 100));
    assertEquals(0.1 + 0.9 * 19 / 20, schedule.share(80, 100), 1e-15);
    assertEquals(0.1, schedule.share(99, 100));
  }

  @Test
  void refusesAnEndOutsideTheUnitInterval() {
    assertThrows(
        IllegalArgumentException.class, () -> new Schedule(Schedule.Course.LINEAR, 0, 0, 1.5));
  }
}
