package dev.grassmann.clusters.molrg;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Report;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Strips of edited points, and how much each direction changes. */
record EditPictures(Edits edits) {

  void addTo(Report report) {
    if (edits.picture().possible()) {
      report.section("Strips");
      edits.strips().forEach(strip -> strip(report, strip));
    }
    effects(report);
    table(report);
  }

  private void strip(Report report, Edits.Strip strip) {
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    int d = edits.d();
    for (int r = 0; r < strip.alphas().length; r++) {
      captions.add(String.format(Locale.ROOT, "%+.2f", strip.alphas()[r]));
      images.add(edits.picture().draw(Arrays.copyOfRange(strip.edited(), r * d, (r + 1) * d)));
    }
    report.pictures(
        String.format(Locale.ROOT, "Row %d, %s", strip.row(), name(strip)), captions, images);
  }

  private static String name(Edits.Strip strip) {
    return strip.direction().kind().word() + " direction " + strip.direction().number();
  }

  private void effects(Report report) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Edits.Strip strip : edits.strips()) {
      String name = "row " + strip.row() + ", " + name(strip);
      bars.add(new Chart.Bar(name, strip.inside(), "inside the mask"));
      if (strip.outside() > 0) {
        bars.add(new Chart.Bar(name, strip.outside(), "outside"));
      }
    }
    report
        .section("How much a direction changes")
        .text(
            "Length of the difference between the two ends of each strip. A direction of the"
                + " Jacobian should change much, a random one little; principal directions of the"
                + " data are what it has to beat.")
        .chart(new Bars("Change between the ends", "length", bars));
  }

  private void table(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Edits.Strip strip : edits.strips()) {
      rows.add(
          List.of(
              Integer.toString(strip.row()),
              name(strip),
              number(strip.inside()),
              number(strip.outside()),
              Integer.toString(strip.target()),
              number(strip.change()),
              number(strip.selectivity())));
    }
    report
        .text(
            "Attributes are coordinates in the subspace nearest to the edited point or, where the"
                + " denoiser has none, in the data's principal directions. Selectivity is the"
                + " share of the attribute that changes most in the summed changes of all.")
        .table(
            "Strips",
            List.of("row", "direction", "inside", "outside", "attribute", "by", "selectivity"),
            rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
