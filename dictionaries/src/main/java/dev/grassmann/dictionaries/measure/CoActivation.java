package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.result.SparseCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Which latents are active in the same rows.
 *
 * @param pairs those of largest Jaccard index, the largest first
 * @param rows that were looked at: all, or evenly spaced ones where all would take too long
 */
public record CoActivation(List<Pair> pairs, int rows) {
  /** Pairs of entries looked at, at most about. */
  private static final long WORK = 200_000_000L;

  private static final int KEPT = 10_000;
  private static final int LEAST = 2;

  private static final Comparator<Pair> STRONGEST =
      Comparator.comparingDouble((Pair pair) -> -pair.jaccard())
          .thenComparingInt(Pair::first)
          .thenComparingInt(Pair::second);

  public CoActivation {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two latents.
   *
   * @param first the one of smaller number
   * @param both rows in which both are active, at least 2
   * @param jaccard those over the rows in which either is
   * @param lift those over what independent latents of the same densities would share
   */
  public record Pair(int first, int second, int both, double jaccard, double lift) {}

  /** Counts. O(sum of L0²) over the rows looked at, and F numbers a latent. */
  public static CoActivation of(SparseCodes codes) {
    long work = 0;
    for (int row = 0; row < codes.n(); row++) {
      work += (long) codes.count(row) * codes.count(row);
    }
    int stride = (int) Math.max(1, work / WORK);
    int features = codes.features();
    int[] start = new int[features + 1]; // rows of each latent, one after another
    int rows = 0;
    for (int row = 0; row < codes.n(); row += stride) {
      rows++;
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        start[codes.latent(e) + 1]++;
      }
    }
    for (int j = 0; j < features; j++) {
      start[j + 1] += start[j];
    }
    int[] of = new int[start[features]];
    int[] at = Arrays.copyOf(start, features);
    for (int row = 0; row < codes.n(); row += stride) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        of[at[codes.latent(e)]++] = row;
      }
    }
    PriorityQueue<Pair> kept = new PriorityQueue<>(STRONGEST.reversed());
    int[] both = new int[features];
    for (int i = 0; i < features; i++) {
      Arrays.fill(both, 0);
      for (int r = start[i]; r < start[i + 1]; r++) {
        for (int e = codes.start(of[r]); e < codes.start(of[r] + 1); e++) {
          both[codes.latent(e)]++;
        }
      }
      for (int j = i + 1; j < features; j++) {
        if (both[j] >= LEAST) {
          offer(kept, pair(i, j, both[j], start, rows));
        }
      }
    }
    return new CoActivation(kept.stream().sorted(STRONGEST).toList(), rows);
  }

  private static Pair pair(int i, int j, int both, int[] start, int rows) {
    double first = start[i + 1] - start[i];
    double second = start[j + 1] - start[j];
    return new Pair(
        i, j, both, both / (first + second - both), both * (double) rows / (first * second));
  }

  private static void offer(PriorityQueue<Pair> kept, Pair pair) {
    if (kept.size() < KEPT) {
      kept.add(pair);
    } else if (STRONGEST.compare(pair, kept.peek()) < 0) {
      kept.poll();
      kept.add(pair);
    }
  }

  /** One pair a line. */
  String csv() {
    StringBuilder csv = new StringBuilder("first,second,rows_of_both,jaccard,lift\n");
    for (Pair pair : pairs) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%d,%.6f,%.4f\n",
              pair.first(),
              pair.second(),
              pair.both(),
              pair.jaccard(),
              pair.lift()));
    }
    return csv.toString();
  }

  /** Latents of the strongest pairs in an order that puts partners side by side. */
  List<Integer> order(int most) {
    List<Integer> chosen = new ArrayList<>();
    for (Pair pair : pairs) {
      for (int latent : new int[] {pair.first(), pair.second()}) {
        if (chosen.size() < most && !chosen.contains(latent)) {
          chosen.add(latent);
        }
      }
    }
    double[][] cells = cells(chosen);
    List<Integer> order = new ArrayList<>();
    boolean[] placed = new boolean[chosen.size()];
    int last = 0;
    for (int i = 0; i < placed.length; i++) {
      int next = -1;
      for (int j = 0; j < placed.length; j++) {
        boolean better = next < 0 || cells[last][j] > cells[last][next];
        next = !placed[j] && better ? j : next;
      }
      placed[next] = true;
      order.add(chosen.get(next));
      last = next;
    }
    return order;
  }

  private double[][] cells(List<Integer> latents) {
    double[][] cells = new double[latents.size()][latents.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i][i] = 1;
    }
    for (Pair pair : pairs) {
      int i = latents.indexOf(pair.first());
      int j = latents.indexOf(pair.second());
      if (i >= 0 && j >= 0) {
        cells[i][j] = pair.jaccard();
        cells[j][i] = pair.jaccard();
      }
    }
    return cells;
  }

  /** Jaccard indices of the latents of the strongest pairs. */
  HeatMap map(int most) {
    List<Integer> latents = order(most);
    List<String> names = latents.stream().map(latent -> Integer.toString(latent)).toList();
    return new HeatMap(
        "Features active in the same rows", names, names, cells(latents), "rows of both / either");
  }
}
