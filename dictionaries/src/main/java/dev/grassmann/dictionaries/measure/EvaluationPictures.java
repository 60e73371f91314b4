package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation as pictures. */
record EvaluationPictures(SaeEvaluation evaluation) {
  void addTo(Report report) {
    report.chart(errorByK());
    report.text(
        "The error on up to 1,024 rows when k is changed after training; the series ends are what"
            + " the dictionary can do with fewer or more latents than it was trained with.");
    report.chart(DensityBars.of(evaluation.density()));
    report.chart(babel());
    report.text(
        "Babel mu_1(r): the largest sum of r absolute cosines with other atoms. Below the"
            + " dictionary's own curve, rows use atoms together that are more orthogonal than the"
            + " dictionary as a whole.");
    if (!evaluation.path().steps().isEmpty()) {
      report.chart(path());
    }
    evaluation.dictionary().describe(report);
    report.table(
        "Figures and their formulas", List.of("", ""), new EvaluationText(evaluation).rows());
  }

  private Chart errorByK() {
    List<Chart.Point> points = new ArrayList<>();
    int trained = evaluation.dictionary().k();
    for (SaeEvaluation.AtSparsity error : evaluation.errorByK()) {
      points.add(new Chart.Point(error.k(), error.fvu(), "error"));
      if (error.k() == trained) {
        points.add(new Chart.Point(error.k(), error.fvu(), "trained k = " + trained));
      }
    }
    return new Lines("Error by k", "k at inference", "FVU", points, true, false);
  }

  private Chart babel() {
    List<Chart.Point> points = new ArrayList<>();
    double[] whole = evaluation.babel();
    double[] together = evaluation.coActiveBabel();
    for (int r = 0; r < whole.length; r++) {
      points.add(new Chart.Point(r + 1, whole[r], "dictionary"));
      if (Double.isFinite(together[r])) {
        points.add(new Chart.Point(r + 1, together[r], "atoms used together"));
      }
    }
    return new Lines("Babel function", "r", "mu_1(r)", points);
  }

  private Chart path() {
    List<Chart.Point> points = new ArrayList<>();
    points.add(new Chart.Point(0, evaluation.path().norm(), "", "row 0"));
    int step = 0;
    for (ResidualPath.Step next : evaluation.path().steps()) {
      String label = String.format(Locale.ROOT, "latent %d, code %.3f", next.latent(), next.code());
      points.add(new Chart.Point(++step, next.residual(), "", label));
    }
    return new Lines("What is left of row 0", "latents", "norm of the residual", points);
  }
}
