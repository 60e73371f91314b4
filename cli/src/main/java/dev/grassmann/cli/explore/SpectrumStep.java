package dev.grassmann.cli.explore;

import dev.grassmann.clusters.dimension.PcaSpectrum;
import dev.grassmann.clusters.dimension.TwoNn;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many dimensions the data has.
 *
 * @param near rows whose neighbours may be searched
 */
record SpectrumStep(VectorSubject subject, Vectors near) implements Step {
  /** With more dimensions than this the spectrum is taken from a sample of as many rows. */
  private static final int WIDE = 3_000;

  @Override
  public String name() {
    return "measuring dimensions";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    Vectors rows = subject.rows();
    Vectors sample =
        Math.min(rows.n(), rows.d()) > WIDE ? Sample.of(rows, WIDE, run.random("spectrum")) : rows;
    PcaSpectrum spectrum = PcaSpectrum.of(sample);
    if (spectrum.total() == 0) {
      exploration.find(90, Remark.Kind.WARNING, "All vectors are equal: nothing varies.");
      return;
    }
    int half = spectrum.dimensions(0.9);
    double intrinsic = intrinsic(exploration, run);
    exploration.find(
        80,
        Remark.Kind.STRUCTURE,
        Say.format(
            "%,d numbers a row, but 90 %% of the variance lies in %,d directions (95 %% in %,d, 99"
                + " %% in %,d)%s.",
            rows.d(),
            half,
            spectrum.dimensions(0.95),
            spectrum.dimensions(0.99),
            Double.isNaN(intrinsic)
                ? ""
                : Say.format(
                    "; measured between neighbours the data is about %.1f-dimensional (TwoNN)",
                    intrinsic)));
    exploration.figure(
        "dimensions",
        Map.of(
            "pca90", half,
            "pca95", spectrum.dimensions(0.95),
            "pca99", spectrum.dimensions(0.99),
            "effectiveRank", spectrum.effectiveRank(),
            "twoNn", intrinsic));
    show(exploration, spectrum);
  }

  private double intrinsic(Exploration exploration, Run run) {
    try {
      return TwoNn.of(near, run).dimension();
    } catch (InputException e) {
      exploration.find(
          30, Remark.Kind.WARNING, "The intrinsic dimension was not measured: " + e.what() + ".");
      return Double.NaN;
    }
  }

  private static void show(Exploration exploration, PcaSpectrum spectrum) {
    double[] variances = spectrum.variances();
    double total = spectrum.total();
    List<Chart.Point> points = new ArrayList<>();
    double sum = 0;
    int step = 1;
    for (int k = 0; k < variances.length; k++) {
      sum += variances[k];
      if (k < 50 || k % step == 0) {
        points.add(new Chart.Point(k + 1, 100 * sum / total, ""));
      }
      step = Math.max(1, variances.length / 150);
    }
    exploration.show(
        report ->
            report
                .section("Dimensions")
                .text(
                    Say.format(
                        "The curve says how much of the variance the first k principal directions"
                            + " hold. Effective rank (exp of the entropy of the variances): %.1f.",
                        spectrum.effectiveRank()))
                .chart(
                    new Lines(
                        "Variance held",
                        "principal directions",
                        "variance held (%)",
                        points,
                        true,
                        false)));
  }
}
