package dev.grassmann.clusters.molrg;

import java.util.Locale;

/** A fit for the terminal. */
record FitText(MolrgFit fit) {
  String of() {
    StringBuilder text = new StringBuilder(fit.clustering().text().stripTrailing()).append('\n');
    if (fit.log().isEmpty()) {
      return text.toString();
    }
    Equivalence both = fit.equivalence();
    text.append('\n');
    line(text, "objective of the denoiser over k-subspaces'", "%.4f", both.ratio());
    line(text, "labels in common", "%.1f %%", 100 * both.labelAgreement());
    line(text, "largest distance of matched projectors", "%.4f", both.error());
    line(text, "largest principal angle", "%.2f degrees", Math.toDegrees(both.largestAngle()));
    text.append("\n   time     sigma   denoiser   k-subspaces   hard, by formula\n");
    for (MolrgFit.LevelLoss loss : fit.losses()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7.2f %9.3f %10.4f %13.4f %18.4f%n",
              loss.time(),
              loss.sigma(),
              loss.dae(),
              loss.subspaces(),
              loss.closedForm()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String format, double value) {
    text.append(String.format(Locale.ROOT, "%-45s", what));
    text.append(String.format(Locale.ROOT, format, value)).append('\n');
  }
}
