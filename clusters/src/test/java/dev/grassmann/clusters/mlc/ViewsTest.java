package dev.grassmann.clusters.mlc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final int[] ALL = {0, 1, 2, 3};

  private static float[] pair(Vectors rows, Map<String, ?> changes) {
    ViewOptions options = Options.with(MlcConfig.DEFAULTS.views(), changes);
    return new Views(rows, options, 2, Run.seeded(5)).pair(rows.toArray(), ALL, rows.d(), "s", 7);
  }

  private static Vectors rows(int d) {
    float[] numbers = new float[4 * d];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = 1 + p;
    }
    return Vectors.of(numbers, 4, d);
  }

  @Test
  void noiseIsAShareOfTheScaleAndDiffersBetweenViews() {
    Vectors rows = Vectors.of(new float[4 * 5_000], 4, 5_000);
    float[] views = pair(rows, Map.of("noise", 0.5));
    double square = 0;
    double product = 0;
    for (int p = 0; p < 20_000; p++) {
      square += views[p] * views[p];
      product += views[p] * views[20_000 + p];
    }
    assertEquals(1, Math.sqrt(square / 20_000), 0.02, "0.5 times a scale of 2");
    assertEquals(0, product / 20_000, 0.03);
    assertArrayEquals(views, pair(rows, Map.of("noise", 0.5)), "the same step: the same views");
  }

  @Test
  void aStretchedRowKeepsItsDirection() {
    Vectors rows = rows(6);
    float[] views = pair(rows, Map.of("stretch", 0.2));
    float[] plain = rows.toArray();
    for (int i = 0; i < 8; i++) {
      float factor = views[i * 6] / plain[i % 4 * 6];
      assertTrue(factor >= 0.8f && factor <= 1.2f && factor != 1, "factor " + factor);
      for (int j = 0; j < 6; j++) {
        assertEquals(factor, views[i * 6 + j] / plain[i % 4 * 6 + j], 1e-5);
      }
    }
  }

  @Test
  void droppedNumbersAreZeroAndTheOthersUntouched() {
    Vectors rows = rows(1_000);
    float[] views = pair(rows, Map.of("drop", 0.3));
    float[] plain = rows.toArray();
    int dropped = 0;
    for (int p = 0; p < views.length; p++) {
      assertTrue(views[p] == 0 || views[p] == plain[p % plain.length]);
      dropped += views[p] == 0 ? 1 : 0;
    }
    assertEquals(0.3, dropped / (double) views.length, 0.02);
  }

  @Test
  void mixingMovesTowardsANeighbourByAtMostAHalf() {
    Vectors rows = Vectors.of(new float[] {0, 0, 1, 0, 10, 0, 11, 0}, 4, 2);
    float[] views = pair(rows, Map.of("mix", 1));
    float[] low = {0, 0.5f, 10, 10.5f};
    float[] high = {0.5f, 1, 10.5f, 11};
    for (int i = 0; i < 8; i++) {
      float x = views[2 * i];
      assertTrue(x >= low[i % 4] && x <= high[i % 4], "row " + i % 4 + ": " + x);
    }
    assertTrue(Arrays.hashCode(views) != Arrays.hashCode(pair(rows, Map.of("mix", 0))));
  }

  @Test
  void aShiftedImageIsTheImageWithZerosFromBeyondItsEdge() {
    int height = 3;
    int width = 4;
    Vectors rows = rows(2 * height * width); // two channels
    Map<String, ?> shift = Map.of("shift", 1, "height", height, "width", width);
    float[] views = pair(rows, shift);
    float[] plain = rows.toArray();
    for (int i = 0; i < 8; i++) {
      float[] view = Arrays.copyOfRange(views, i * 24, (i + 1) * 24);
      float[] row = Arrays.copyOfRange(plain, i % 4 * 24, (i % 4 + 1) * 24);
      boolean found = false;
      for (int down = -1; down <= 1; down++) {
        for (int right = -1; right <= 1; right++) {
          found |= Arrays.equals(view, shifted(row, down, right, height, width));
        }
      }
      assertTrue(found, "view " + i);
    }
  }

  private static float[] shifted(float[] row, int down, int right, int height, int width) {
    float[] out = new float[row.length];
    for (int c = 0; c < 2; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int fromY = y - down;
          int fromX = x - right;
          if (fromY >= 0 && fromY < height && fromX >= 0 && fromX < width) {
            out[(c * height + y) * width + x] = row[(c * height + fromY) * width + fromX];
          }
        }
      }
    }
    return out;
  }
}
