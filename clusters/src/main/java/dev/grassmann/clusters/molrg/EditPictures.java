package dev.grassmann.clusters.molrg;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Report;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Strips of edited points, and how much each direction changes. */
record EditPictures(Edits edits) {

  void addTo(Report report) {
    if (edits.picture().possible()) {
      report
          .section("Strips")
          .text(
              "Each picture walks along one direction, from one side to the other; the point"
                  + " itself is in the middle.");
      edits.strips().stream().map(Edits.Strip::row).distinct().forEach(row -> strips(report, row));
    }
    effects(report);
    table(report);
  }

  private void strips(Report report, int row) {
    List<String> captions = new ArrayList<>();
    List<BufferedImage> images = new ArrayList<>();
    for (Edits.Strip strip : edits.strips()) {
      if (strip.row() == row) {
        captions.add(
            String.format(
                Locale.ROOT,
                "%s, %+.2f to %+.2f",
                name(strip),
                strip.alphas()[0],
                strip.alphas()[strip.alphas().length - 1]));
        images.add(edits.picture().drawStrip(strip.edited(), strip.alphas().length));
      }
    }
    report.pictures("Row " + row, captions, images);
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
