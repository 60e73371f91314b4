package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int COUNT = 400_000;

  @Test
  void noiseIsNormal() {
    double[] drawn = new double[COUNT];
    Draws draws = new Draws(77);
    for (int i = 0; i < COUNT; i++) {
      drawn[i] = Draws.normal(draws.word(i / 4), i % 4);
    }
    double[] power = new double[5];
    for (double x : drawn) {
      for (int p = 1; p <= 4; p++) {
        power[p] += Math.pow(x, p) / COUNT;
      }
    }
    assertEquals(0, power[1], 0.007); // 4 standard errors
    assertEquals(1, power[2], 0.01);
    assertEquals(0, power[3], 0.025);
    assertEquals(3, power[4], 0.07);
    Arrays.sort(drawn);
    // quantiles of the standard normal distribution: 1 %, 10 %, 25 %, 50 %, 84.134 %, 97.5 %
    double[][] quantiles = {
      {0.01, -2.326348},
      {0.1, -1.281552},
      {0.25, -0.674490},
      {0.5, 0},
      {0.841345, 1},
      {0.975, 1.959964}
    };
    for (double[] quantile : quantiles) {
      assertEquals(quantile[1], drawn[(int) (quantile[0] * COUNT)], 0.03);
    }
  }

  @Test
  void drawsSideBySideAndOneBelowTheOtherAreUnrelated() {
    Draws draws = new Draws(3);
    double side = 0;
    double below = 0;
    for (int i = 0; i < COUNT; i++) {
      float here = Draws.normal(draws.word(i), 0);
      side += here * Draws.normal(draws.word(i), 1);
      below += here * Draws.normal(draws.word(i + 1), 0);
    }
    assertEquals(0, side / COUNT, 0.007);
    assertEquals(0, below / COUNT, 0.007);
  }

  @Test
  void theSamePlaceOfTheSameKeyIsTheSameDraw() {
    assertEquals(new Draws(9).word(1234), new Draws(9).word(1234));
    assertNotEquals(new Draws(9).word(1234), new Draws(10).word(1234));
    assertNotEquals(new Draws(9).word(1234), new Draws(9).word(1235));
  }

  @Test
  void oneInFiveIsLeftOut() {
    Draws draws = new Draws(5);
    int left = 0;
    for (int i = 0; i < COUNT; i++) {
      left += Draws.draw(draws.word(i / 4), i % 4) < 13_107 ? 1 : 0;
    }
    assertEquals(0.2, left / (double) COUNT, 0.0026);
  }
}
