package dev.grassmann.clusters.molrg;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import dev.grassmann.engine.train.TrainingLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a fit adds to a report beside its clustering. */
record FitPictures(MolrgFit fit) {
  /** More clusters than this make a picture that nobody can read. */
  private static final int SHOWN = 12;

  void addTo(Report report) {
    if (fit.log().isPresent()) {
      angles(report);
      losses(report);
      training(report, fit.log().get());
    }
    spectra(report);
  }

  private void angles(Report report) {
    Equivalence both = fit.equivalence();
    List<Chart.Bar> bars = new ArrayList<>();
    for (int c = 0; c < Math.min(SHOWN, both.angles().length); c++) {
      for (int a = 0; a < both.angles()[c].length; a++) {
        String name = "pair " + c + ", angle " + (a + 1);
        bars.add(new Chart.Bar(name, Math.toDegrees(both.angles()[c][a])));
      }
    }
    report
        .section("The denoiser and k-subspaces")
        .text(
            String.format(
                Locale.ROOT,
                "Minimising the denoiser's loss is maximising the sum of max_k |U_k' x|², the"
                    + " objective of k-subspaces. Here the denoiser reaches %.4f of it (%.6g of"
                    + " %.6g), and both put %.1f %% of the points into matched clusters. Below are"
                    + " the principal angles between matched subspaces, 0 where they are one.",
                both.ratio(),
                both.daeObjective(),
                both.subspacesObjective(),
                100 * both.labelAgreement()))
        .chart(new Bars("Principal angles of matched subspaces", "degrees", bars));
  }

  private void losses(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (MolrgFit.LevelLoss loss : fit.losses()) {
      points.add(new Chart.Point(loss.sigma(), loss.dae(), "trained denoiser"));
      points.add(new Chart.Point(loss.sigma(), loss.subspaces(), "bases of k-subspaces"));
      points.add(new Chart.Point(loss.sigma(), loss.closedForm(), "hard assignment, by formula"));
      rows.add(
          List.of(
              number(loss.time()),
              number(loss.sigma()),
              number(loss.dae()),
              number(loss.subspaces()),
              number(loss.closedForm())));
    }
    report
        .section("Loss by noise level")
        .text(
            "Mean squared error of a point's prediction. Hard assignment knows the clean point's"
                + " cluster, which nobody knows at much noise: the soft denoiser's loss is above"
                + " it there.")
        .chart(new Lines("Loss by noise level", "sigma", "loss", points, true, true))
        .table(
            "Loss by noise level",
            List.of("time", "sigma", "denoiser", "k-subspaces", "hard, by formula"),
            rows);
  }

  private static void training(Report report, TrainingLog log) {
    List<Chart.Point> points =
        log.lines().stream().map(line -> new Chart.Point(line.step(), line.loss(), "")).toList();
    report
        .section("Training")
        .text("Loss of each step's batch and noise, summed over the starts.")
        .chart(new Lines("Training", "step", "loss", points, false, true));
  }

  private void spectra(Report report) {
    List<Chart.Point> points = new ArrayList<>();
    for (int c = 0; c < Math.min(SHOWN, fit.spectra().length); c++) {
      int shown = Math.min(fit.spectra()[c].length, 4 * fit.mixture().components().get(c).d());
      for (int i = 0; i < shown; i++) {
        points.add(new Chart.Point(i + 1, fit.spectra()[c][i], "cluster " + c));
      }
    }
    report
        .section("Singular values of the clusters")
        .text(
            "Of each cluster's points, over the root of their number: they fall where a"
                + " subspace's dimension ends.")
        .chart(new Lines("Singular values", "index", "singular value", points));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
