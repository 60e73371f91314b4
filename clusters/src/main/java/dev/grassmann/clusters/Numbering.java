package dev.grassmann.clusters;

import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Locale;

/** Which cluster is called 0, which 1: chance has numbered them, the points' order shall. */
public final class Numbering {
  private Numbering() {}

  /**
   * Numbers clusters in the order in which their first points come. Clusters without points get no
   * number and are warned of.
   *
   * @param labels cluster of each point, 0 to {@code clusters - 1}
   */
  public static int[] byFirstPoint(int[] labels, int clusters, Run run) {
    int[] number = new int[clusters];
    Arrays.fill(number, -1);
    int next = 0;
    int[] numbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (number[labels[i]] < 0) {
        number[labels[i]] = next++;
      }
      numbered[i] = number[labels[i]];
    }
    if (next < clusters) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d clusters have no points and are left out",
              clusters - next,
              clusters));
    }
    return numbered;
  }
}
