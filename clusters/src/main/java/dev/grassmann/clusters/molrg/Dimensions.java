package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.PrincipalDirections;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Dimensions of the subspaces: as given, or where singular values fall most. */
final class Dimensions {
  private Dimensions() {}

  /**
   * One dimension for each cluster from what was asked for; 0 where the points are to say.
   *
   * @throws InputException where the number of dimensions or one of them does not fit
   */
  static int[] asked(List<Integer> given, int clusters, int n) {
    if (given.size() != 1 && given.size() != clusters) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d dimensions for %,d clusters", given.size(), clusters),
          "--dimension",
          "give one for all clusters, or one for each");
    }
    for (int d : given) {
      if (d >= n) {
        throw new InputException(
            String.format(Locale.ROOT, "is %,d in a space of %,d", d, n),
            "--dimension",
            String.format(Locale.ROOT, "give 1 to %,d", n - 1));
      }
    }
    boolean open = given.contains(0);
    if (open && given.stream().anyMatch(d -> d > 0)) {
      throw new InputException(
          "some dimensions are 0 and some are not", "--dimension", "give all, or 0 alone");
    }
    return IntStream.range(0, clusters).map(c -> given.get(given.size() == 1 ? 0 : c)).toArray();
  }

  /** Rounds of clustering and looking for gaps: two or three are enough where there are gaps. */
  private static final int ROUNDS = 10;

  /**
   * By gaps: the singular values of all points say the sum of the dimensions. Points are clustered
   * under equal shares of it, the singular values of each cluster say its own dimension, and so on
   * until no dimension changes.
   */
  static int[] byGaps(
      Points points, int clusters, int restarts, int iterations, SplittableRandom random, Run run) {
    int[] all = IntStream.range(0, points.n()).toArray();
    int sum = gap(points, all, Math.min(points.n(), points.d()) - 1);
    int share = Math.min(points.d() - 1, Math.round((float) sum / clusters));
    int[] now = IntStream.generate(() -> Math.max(1, share)).limit(clusters).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      int[] labels = SubspaceSearch.of(points, now, restarts, iterations, random, run).labels();
      int[] own = now.clone();
      for (int c = 0; c < clusters; c++) {
        int cluster = c;
        int[] members = Arrays.stream(all).filter(i -> labels[i] == cluster).toArray();
        int most = Math.min(sum, Math.min(members.length, points.d()) - 1);
        own[c] = most < 1 ? now[c] : gap(points, members, most);
      }
      if (Arrays.equals(own, now)) {
        return now;
      }
      now = own;
    }
    return now;
  }

  /** The r from 1 to {@code most} of largest s_r / s_(r+1). */
  private static int gap(Points points, int[] members, int most) {
    double[] energy =
        PrincipalDirections.of(points.rows(members), members.length, points.d(), most + 1).energy();
    if (energy.length <= most) {
      return energy.length; // what follows is rounding: no gap is larger
    }
    int best = 1;
    for (int r = 2; r <= most; r++) {
      best = energy[r - 1] / energy[r] > energy[best - 1] / energy[best] ? r : best;
    }
    return best;
  }
}
