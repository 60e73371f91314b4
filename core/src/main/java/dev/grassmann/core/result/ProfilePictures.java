package dev.grassmann.core.result;

import dev.grassmann.core.report.Bars;
import dev.grassmann.core.report.Chart;
import dev.grassmann.core.report.Lines;
import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a profile adds to a report. */
record ProfilePictures(TableProfile profile) {
  private static final int BARS = 30;
  private static final int TABLED = 200;
  private static final int GROUPS = 8;

  void addTo(Report report) {
    findings(report);
    bars(
        report,
        "Least filled columns",
        "rows with a value (%)",
        Comparator.comparingDouble(ColumnProfile::coverage),
        ColumnProfile::coverage);
    bars(
        report,
        "Most rare values",
        String.format(
            Locale.ROOT, "values that occur at most %,d times (%% of all)", profile.rareBound()),
        Comparator.comparingDouble(ColumnProfile::rareShare).reversed(),
        ColumnProfile::rareShare);
    bars(
        report,
        "Most distinct values",
        "distinct values",
        Comparator.comparingLong(ColumnProfile::cardinality).reversed(),
        ColumnProfile::cardinality);
    bars(
        report,
        "Largest columns",
        "mean bytes a value",
        Comparator.comparingDouble(ColumnProfile::bytes).reversed(),
        ColumnProfile::bytes);
    rows(report);
    tables(report);
  }

  private void findings(Report report) {
    List<List<String>> rows =
        profile.columns().stream()
            .filter(column -> !column.findings().isEmpty())
            .limit(TABLED)
            .map(column -> List.of(column.name(), ProfileText.about(column)))
            .toList();
    if (!rows.isEmpty()) {
      report.section("What looks broken");
      report.table("Findings", List.of("column", "finding"), rows);
    }
  }

  private void bars(
      Report report,
      String title,
      String axis,
      Comparator<ColumnProfile> order,
      ToDoubleFunction<ColumnProfile> value) {
    List<Chart.Bar> bars =
        profile.columns().stream()
            .sorted(order)
            .limit(BARS)
            .map(column -> new Chart.Bar(column.name(), value.applyAsDouble(column)))
            .toList();
    report.chart(new Bars(title, axis, bars));
  }

  private void rows(Report report) {
    if (profile.groups().isEmpty()) {
      return;
    }
    List<Chart.Point> points = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    for (RowProfile group : profile.groups().stream().limit(GROUPS).toList()) {
      for (int bin = 0; bin < RowProfile.BINS; bin++) {
        double middle = 100.0 * (bin + 0.5) / RowProfile.BINS;
        double share = 100.0 * group.emptyHistogram().get(bin) / group.rows();
        points.add(new Chart.Point(middle, share, group.group()));
      }
      table.add(
          List.of(
              group.group(),
              String.format(Locale.ROOT, "%,d", group.rows()),
              percent(group.empty()),
              percent(group.braces()),
              percent(group.zero()),
              percent(group.longer().get(0)),
              String.format(Locale.ROOT, "%.2f", group.entropy())));
    }
    report.section("Rows");
    report.chart(
        new Lines("Rows by share of empty fields", "empty fields (%)", "rows (%)", points));
    report.table(
        "Mean over rows, in percent of the fields",
        List.of("group", "rows", "empty", "{}", "zero", "over 30 characters", "entropy (bits)"),
        table);
  }

  private void tables(Report report) {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> ranges = new ArrayList<>();
    List<List<String>> repeated = new ArrayList<>();
    for (ColumnProfile c : profile.columns().stream().limit(TABLED).toList()) {
      all.add(
          List.of(
              c.name(),
              c.kind(),
              percent(c.coverage()),
              String.format(Locale.ROOT, "%,d", c.cardinality()),
              String.format(Locale.ROOT, "%,d", c.rare()),
              String.format(Locale.ROOT, "%.1f", c.bytes()),
              String.format(Locale.ROOT, "%.3f", c.entropy()),
              c.most(),
              percent(c.mostShare())));
      if (c.numbers() != null) {
        ColumnProfile.Range r = c.numbers();
        ranges.add(
            List.of(
                c.name(),
                String.format(Locale.ROOT, "%.6g", r.min()),
                String.format(Locale.ROOT, "%.6g", r.max()),
                String.format(Locale.ROOT, "%.6g", r.mean()),
                String.format(Locale.ROOT, "%.6g", r.sd()),
                percent(r.zeros())));
      }
      List<String> counts = new ArrayList<>(List.of(c.name()));
      c.repeated().forEach(count -> counts.add(String.format(Locale.ROOT, "%,d", count)));
      repeated.add(counts);
    }
    report.section("Tables");
    report.table(
        "Columns",
        List.of(
            "column",
            "kind",
            "coverage %",
            "values",
            "rare",
            "bytes",
            "entropy (nats)",
            "most",
            "most %"),
        all);
    if (!ranges.isEmpty()) {
      report.table("Numbers", List.of("column", "min", "max", "mean", "sd", "zeros %"), ranges);
    }
    List<String> header = new ArrayList<>(List.of("column"));
    ColumnProfile.TIMES.forEach(times -> header.add(String.format(Locale.ROOT, "> %,d", times)));
    report.table("How many values occur more often than", header, repeated);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share);
  }
}
