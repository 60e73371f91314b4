package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Latents by the decimal logarithm of their density, in steps of a quarter. */
final class DensityBars {
  private DensityBars() {}

  static Bars of(Density density) {
    double lowest = Math.floor(4 * Math.log10(1.0 / density.rows())) / 4;
    int bins = (int) Math.round(-4 * lowest) + 1;
    int[] latents = new int[bins];
    for (int active : density.active()) {
      if (active > 0) {
        latents[(int) (4 * (Math.log10((double) active / density.rows()) - lowest))]++;
      }
    }
    List<Chart.Bar> bars = new ArrayList<>();
    bars.add(new Chart.Bar("silent", density.silent()));
    for (int bin = 0; bin < bins; bin++) {
      double from = Math.pow(10, lowest + bin / 4.0);
      bars.add(new Chart.Bar(String.format(Locale.ROOT, "from %.2g", from), latents[bin]));
    }
    return new Bars("Density: share of the rows in which a latent is active", "latents", bars);
  }
}
