package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One latent as seen on data.
 *
 * @param number latent, 0 to F - 1
 * @param rows rows in which it is active
 * @param energy sum of its squared codes
 * @param top rows in which it is strongest, strongest first
 */
public record Feature(int number, int rows, double energy, List<Activation> top) {
  public Feature {
    top = List.copyOf(top);
  }

  /**
   * A latent's code in a row.
   *
   * @param row number of the row
   * @param strength its code there, not 0
   */
  public record Activation(int row, float strength) {}

  /** Strongest first; of equal strength the earlier row. */
  private static final Comparator<Activation> STRONGEST =
      Comparator.comparingDouble((Activation a) -> -Math.abs(a.strength()))
          .thenComparingInt(Activation::row);

  /**
   * All latents that are active in some row, most energy first.
   *
   * @param most how many of its strongest rows are kept for each latent
   */
  public static List<Feature> of(SparseCodes codes, int most) {
    int features = codes.features();
    int[] rows = new int[features];
    double[] energy = new double[features];
    List<List<Activation>> top = new ArrayList<>();
    for (int j = 0; j < features; j++) {
      top.add(new ArrayList<>());
    }
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        int latent = codes.latent(e);
        rows[latent]++;
        energy[latent] += (double) codes.value(e) * codes.value(e);
        offer(top.get(latent), new Activation(row, codes.value(e)), most);
      }
    }
    List<Feature> seen = new ArrayList<>();
    for (int j = 0; j < features; j++) {
      if (rows[j] > 0) {
        seen.add(new Feature(j, rows[j], energy[j], top.get(j)));
      }
    }
    seen.sort(
        Comparator.comparingDouble((Feature f) -> -f.energy()).thenComparingInt(Feature::number));
    return List.copyOf(seen);
  }

  /** Keeps a short list sorted: lists are of about ten, and most offers end at the last of them. */
  private static void offer(List<Activation> list, Activation offered, int most) {
    if (list.size() == most && (most == 0 || STRONGEST.compare(offered, list.get(most - 1)) >= 0)) {
      return;
    }
    int at = list.size();
    while (at > 0 && STRONGEST.compare(offered, list.get(at - 1)) < 0) {
      at--;
    }
    list.add(at, offered);
    if (list.size() > most) {
      list.remove(most);
    }
  }
}
