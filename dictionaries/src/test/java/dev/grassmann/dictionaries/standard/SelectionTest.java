package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.dictionaries.ActiveCodes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelectionTest {
  /** Numbers with many ties. */
  private static float[] numbers(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = random.nextInt(-20, 20) / 4f;
    }
    return a;
  }

  /** Positions of the k largest above 0, by sorting; of equal ones the earlier. */
  private static List<Integer> sorted(float[] a, int from, int n, int k) {
    return IntStream.range(from, from + n)
        .boxed()
        .filter(i -> a[i] > 0)
        .sorted(Comparator.comparingDouble((Integer i) -> -a[i]).thenComparingInt(i -> i))
        .limit(k)
        .sorted()
        .toList();
  }

  @Property(tries = 300, seed = "18")
  void theKLargestOfARowAreThoseOfASort(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int n,
      @ForAll @IntRange(min = 1, max = 50) int k) {
    float[] a = numbers(seed, n + 3);
    int[] chosen = new int[k];
    int count = new TopSelection(k).select(a, 3, n, 0, null, chosen, 0);
    assertEquals(
        sorted(a, 3, n, k), Arrays.stream(chosen, 0, count).map(i -> i + 3).boxed().toList());
  }

  @Property(tries = 300, seed = "18")
  void theLargestOfABatchAreThoseOfASort(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 100) int keep) {
    float[] a = numbers(seed, rows * n);
    BatchSelection selection = new BatchSelection(rows, keep);
    for (int b = 0; b < rows; b++) {
      selection.offer(b, a, b * n, n);
    }
    ActiveCodes codes = selection.codes();
    List<Integer> expected = sorted(a, 0, rows * n, keep);
    assertEquals(expected.size(), codes.entries());
    for (int b = 0; b < rows; b++) {
      for (int e = codes.start()[b]; e < codes.start()[b + 1]; e++) {
        int position = b * n + codes.latent()[e];
        assertEquals(expected.get(e), position);
        assertEquals(a[position], codes.value()[e]);
      }
    }
  }

  @Test
  void onlyAllowedPositionsAreChosenWhateverTheirSign() {
    float[] a = {5, -1, 4, -3, -2};
    boolean[] dead = {false, true, false, true, true};
    int[] chosen = new int[2];
    int count = new TopSelection(2).select(a, 0, 5, Float.NEGATIVE_INFINITY, dead, chosen, 0);
    assertEquals(2, count);
    assertArrayEquals(new int[] {1, 4}, chosen);
  }

  @Test
  void aBatchWithoutPositiveNumbersKeepsNothing() {
    BatchSelection selection = new BatchSelection(2, 4);
    selection.offer(0, new float[] {-1, 0}, 0, 2);
    selection.offer(1, new float[] {0, -2}, 0, 2);
    ActiveCodes codes = selection.codes();
    assertEquals(0, codes.entries());
    assertEquals(0, BatchSelection.smallest(codes));
  }
}
