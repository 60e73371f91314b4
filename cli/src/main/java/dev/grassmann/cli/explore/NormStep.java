package dev.grassmann.cli.explore;

import dev.grassmann.core.data.VectorProfile;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lengths, directions and repeats: what one pass tells. */
record NormStep(VectorSubject subject) implements Step {
  private static final double ANISOTROPIC = 0.5;

  @Override
  public String name() {
    return "norms and repeats";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    VectorProfile profile = VectorProfile.of(subject.rows());
    sentences(exploration, profile);
    exploration.figure(
        "norms",
        Map.of(
            "min", profile.normQuantile(0),
            "median", profile.normQuantile(0.5),
            "max", profile.normQuantile(1),
            "zeroRows", profile.zeroRows(),
            "constantDimensions", profile.constantDimensions().size(),
            "duplicateRows", profile.duplicateRows(),
            "meanCosine", profile.meanCosine(),
            "meanShare", profile.meanShare()));
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      points.add(new Chart.Point(i, profile.normQuantile(i / 100.0), ""));
    }
    exploration.show(
        report ->
            report
                .section("Norms")
                .text(
                    "A flat line means that all vectors are equally long; a steep end on the right"
                        + " means a few very long ones, which will rule every covariance.")
                .chart(new Lines("Norm by percentile", "percentile of rows", "norm", points)));
  }

  private static void sentences(Exploration exploration, VectorProfile profile) {
    boolean unit =
        Math.abs(profile.normQuantile(0) - 1) < 1e-3
            && Math.abs(profile.normQuantile(1) - 1) < 1e-3;
    exploration.find(
        20,
        Remark.Kind.SHAPE,
        unit
            ? "All vectors have length 1."
            : Say.format(
                "Norms run from %.3g through a median of %.3g to %.3g.",
                profile.normQuantile(0), profile.normQuantile(0.5), profile.normQuantile(1)));
    if (profile.meanCosine() > ANISOTROPIC) {
      exploration.find(
          60,
          Remark.Kind.STRUCTURE,
          Say.format(
              "The vectors point one way: two random ones have cosine %.2f, and %.0f %% of their"
                  + " squared length is the common mean; subtract it before comparing by cosine.",
              profile.meanCosine(), 100 * profile.meanShare()));
    }
    if (profile.zeroRows() > 0) {
      exploration.find(
          70,
          Remark.Kind.WARNING,
          Say.count(profile.zeroRows(), "vector is", "vectors are") + " all zero.");
    }
    if (profile.duplicateRows() > 0) {
      exploration.find(
          65,
          Remark.Kind.WARNING,
          Say.count(profile.duplicateRows(), "vector repeats", "vectors repeat")
              + Say.format(
                  " an earlier one exactly (row %,d repeats row %,d, for one).",
                  profile.firstDuplicate().get(0), profile.firstDuplicate().get(1)));
    }
    int constant = profile.constantDimensions().size();
    if (constant > 0) {
      exploration.find(
          40,
          Remark.Kind.WARNING,
          Say.count(constant, "dimension never changes", "dimensions never change")
              + Say.format(" (dimension %,d, for one).", profile.constantDimensions().get(0)));
    }
  }
}
