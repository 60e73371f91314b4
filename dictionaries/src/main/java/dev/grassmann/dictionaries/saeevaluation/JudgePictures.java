package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.report.Histogram;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A judgement as pictures. */
record JudgePictures(JudgeReport judged) {
  private static final int BINS = 24;
  private static final int LATENTS = 40;
  private static final int VALUES = 40;
  private static final int LISTED = 500;

  void addTo(Report report) {
    report.text(
        "Margin: "
            + judged.margin()
            + ". An edit agrees where the top output is the one that the whole target activation"
            + " gives; beside it stands what no edit gives, which can be high by itself.");
    judged.skylines().forEach(skyline -> report.chart(agreement(skyline)));
    report.table(
        "Edits",
        List.of(
            "attribute",
            "pairs",
            "supervised",
            "no edit",
            "subspace to 0",
            "subspace to mean",
            "its dimension"),
        skylines());
    report.chart(approximation());
    report.table(
        "Approximation", JudgeText.approximationHeader(), new JudgeText(judged).approximations());
    report.text(
        "Kept and dropped: sufficiency when only latents with F1 of at least "
            + judged.options().causalF1()
            + " are kept, or all others. Necessity is undefined where the mean in place of the"
            + " activations leaves more than 0.9 of the margin.");
    judged.contestants().forEach(contestant -> weights(report, contestant));
    meanings(report);
  }

  private Chart agreement(Skyline skyline) {
    List<Chart.Point> points = new ArrayList<>();
    List<Integer> ks = judged.options().k();
    for (int k : List.of(ks.get(0), ks.get(ks.size() - 1))) {
      points.add(new Chart.Point(k, skyline.supervised(), "supervised"));
      points.add(new Chart.Point(k, skyline.noEdit(), "no edit"));
    }
    for (Contestant contestant : judged.contestants()) {
      for (Control.AtK at : JudgeReport.control(contestant, skyline.attribute()).atK()) {
        points.add(new Chart.Point(at.k(), at.agreement(), contestant.name()));
      }
    }
    return new Lines(
        "Edits of " + skyline.attribute(),
        "latents changed, at most",
        "share of rows that agree",
        points,
        true,
        false);
  }

  private List<List<String>> skylines() {
    List<List<String>> rows = new ArrayList<>();
    for (Skyline one : judged.skylines()) {
      rows.add(
          List.of(
              one.attribute(),
              one.pairs() + "",
              JudgeText.number(one.supervised()),
              JudgeText.number(one.noEdit()),
              JudgeText.number(one.zeroed()),
              JudgeText.number(one.averaged()),
              one.rank() + ""));
    }
    return rows;
  }

  private Chart approximation() {
    List<Chart.Bar> bars = new ArrayList<>();
    bars(bars, "supervised", judged.supervised());
    judged.contestants().forEach(one -> bars(bars, one.name(), one.approximation()));
    return new Bars(
        "Approximation at " + String.join(" + ", judged.locations()), "1 is ideal", bars);
  }

  private static void bars(List<Chart.Bar> bars, String name, Approximation approximation) {
    bars.add(new Chart.Bar(name, approximation.sufficiency(), "sufficiency"));
    approximation
        .necessity()
        .ifPresent(necessity -> bars.add(new Chart.Bar(name, necessity, "necessity")));
  }

  private void weights(Report report, Contestant contestant) {
    judged
        .telling()
        .map(skyline -> JudgeReport.control(contestant, skyline.attribute()))
        .ifPresent(
            control ->
                report.chart(
                    Histogram.of(
                        String.format(
                            Locale.ROOT,
                            "%s: weight that edits of %s take away, k = %d",
                            contestant.name(),
                            control.attribute(),
                            judged.options().k().stream().max(Integer::compare).orElseThrow()),
                        "0 as the supervised edit, 1 everything",
                        control.weights(),
                        BINS)));
  }

  private void meanings(Report report) {
    report.table(
        "Latents that match attributes",
        new JudgeText(judged).meaningHeader(),
        new JudgeText(judged).meanings());
    List<List<String>> splits = new JudgeText(judged).splits();
    if (!splits.isEmpty()) {
      report.chart(splitCounts());
      report.table("Latents that say a binary value together", JudgeText.splitHeader(), splits);
    }
    for (Contestant contestant : judged.contestants()) {
      F1Table table = contestant.tables().get(0);
      List<Interpretation> best =
          table.best().stream()
              .sorted(Comparator.comparingDouble((Interpretation one) -> -one.f1()))
              .toList();
      for (int a = 0; a < judged.attributes().count(); a++) {
        report.chart(heatMap(contestant, table, best, a));
      }
      List<List<String>> rows = new ArrayList<>();
      for (Interpretation one : best.subList(0, Math.min(LISTED, best.size()))) {
        rows.add(
            List.of(
                one.latent() + "",
                one.property().text(table.attributes()),
                JudgeText.number(one.f1()),
                JudgeText.number(one.precision()),
                JudgeText.number(one.recall()),
                JudgeText.number(one.alwaysOn()),
                one.active() + ""));
      }
      report.table(
          contestant.name() + ": what latents match, best first",
          List.of("latent", "property", "F1", "precision", "recall", "F1 if always on", "rows"),
          rows);
    }
  }

  private Chart splitCounts() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Contestant contestant : judged.contestants()) {
      for (Split split : contestant.splits()) {
        bars.add(new Chart.Bar(contestant.name(), split.latents().size(), split.property()));
      }
    }
    return new Bars("Latents that a binary value is split into", "1 is ideal", bars);
  }

  private Chart heatMap(
      Contestant contestant, F1Table table, List<Interpretation> best, int attribute) {
    List<Integer> latents =
        best.stream()
            .filter(one -> one.property().attribute() == attribute)
            .limit(LATENTS)
            .map(Interpretation::latent)
            .toList();
    latents =
        latents.isEmpty() ? best.stream().limit(1).map(Interpretation::latent).toList() : latents;
    int values = Math.min(VALUES, judged.attributes().values(attribute).size());
    double[][] cells = new double[latents.size()][values];
    for (int i = 0; i < cells.length; i++) {
      for (int v = 0; v < values; v++) {
        cells[i][v] = table.f1(latents.get(i), attribute, v);
      }
    }
    return new HeatMap(
        String.format(
            Locale.ROOT,
            "%s: F1 of latents and values of %s",
            contestant.name(),
            judged.attributes().names().get(attribute)),
        latents.stream().map(latent -> "latent " + latent).toList(),
        IntStream.range(0, values).mapToObj(judged.attributes().values(attribute)::get).toList(),
        cells,
        "F1");
  }
}
