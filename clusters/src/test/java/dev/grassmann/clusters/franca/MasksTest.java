package dev.grassmann.clusters.franca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MasksTest {
  private static int hidden(boolean[] mask) {
    int count = 0;
    for (boolean h : mask) {
      count += h ? 1 : 0;
    }
    return count;
  }

  @Test
  void exactlyTheAskedShareIsHiddenWhateverTheStrategyAndGrid() {
    SplittableRandom random = new SplittableRandom(1);
    for (MaskStrategy strategy : MaskStrategy.values()) {
      for (int[] grid : new int[][] {{16, 16}, {2, 9}, {5, 3}, {1, 7}}) {
        Masks masks = new Masks(grid[0], grid[1], strategy);
        int all = grid[0] * grid[1];
        for (int draw = 0; draw < 200; draw++) {
          double ratio = 0.05 + 0.94 * random.nextDouble();
          int expected = Math.min(all - 1, (int) Math.floor(ratio * all));
          assertEquals(
              expected, hidden(masks.draw(ratio, random)), strategy + " " + all + " " + ratio);
        }
      }
    }
  }

  @Test
  void whatAnInverseMaskShowsLiesWithinItsBlock() {
    SplittableRandom random = new SplittableRandom(2);
    Masks masks = new Masks(12, 12, MaskStrategy.INVERSE);
    for (int draw = 0; draw < 100; draw++) {
      boolean[] mask = masks.draw(0.6, random);
      int top = 12;
      int bottom = -1;
      int left = 12;
      int right = -1;
      for (int p = 0; p < mask.length; p++) {
        if (!mask[p]) {
          top = Math.min(top, p / 12);
          bottom = Math.max(bottom, p / 12);
          left = Math.min(left, p % 12);
          right = Math.max(right, p % 12);
        }
      }
      int area = (bottom - top + 1) * (right - left + 1);
      int shown = 144 - hidden(mask);
      assertTrue(area - shown < 12 + (right - left + 1), area + " around " + shown);
    }
  }
}
