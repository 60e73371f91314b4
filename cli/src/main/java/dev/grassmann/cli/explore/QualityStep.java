package dev.grassmann.cli.explore;

import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.ColumnProfile;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.result.TableProfile;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.Profile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the columns hold, and what looks broken about them. */
record QualityStep(TableSubject subject) implements Step {
  private static final int TABLED = 200;

  @Override
  public String name() {
    return "profiling columns";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    Profile method = new Profile();
    TableProfile profile = method.run(subject.table(), method.defaults(), run);
    kinds(exploration, profile);
    warnings(exploration, profile);
    exploration.attach("profile", profile);
    exploration.figure("columns", profile.columns().size());
    exploration.showLast(report -> table(report, profile));
  }

  private void kinds(Exploration exploration, TableProfile profile) {
    Map<String, Integer> count = new TreeMap<>();
    profile.columns().forEach(column -> count.merge(column.kind(), 1, Integer::sum));
    List<String> kinds =
        count.entrySet().stream()
            .map(e -> Say.format("%,d %s", e.getValue(), e.getKey().replace("number", "numeric")))
            .toList();
    double filled =
        profile.columns().stream().mapToDouble(ColumnProfile::coverage).average().orElse(100);
    String missing =
        filled == 100
            ? "nothing is missing"
            : Say.percent(1 - filled / 100) + " of the values are missing";
    exploration.find(
        30, Remark.Kind.SHAPE, Say.format("Columns: %s; %s.", Say.list(kinds, 4), missing));
  }

  private static void warnings(Exploration exploration, TableProfile profile) {
    Map<Finding, String> says = new EnumMap<>(Finding.class);
    says.put(Finding.EMPTY, "nothing in it|nothing in them");
    says.put(Finding.CONSTANT, "one value only|one value only");
    says.put(
        Finding.IDENTIFIER,
        "another value in nearly every row, like an identifier|another value in nearly every row, like identifiers");
    says.put(
        Finding.SPARSE,
        "a value in less than half of the rows|a value in less than half of the rows");
    says.forEach(
        (finding, words) -> {
          List<String> columns = quoted(profile.with(finding));
          if (!columns.isEmpty()) {
            String[] forms = words.split("\\|");
            warn(
                exploration,
                Say.format(
                    "%s %s %s.",
                    Say.list(columns, 5),
                    columns.size() == 1 ? "has" : "have",
                    forms[columns.size() == 1 ? 0 : 1]));
          }
        });
    List<String> copies = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      if (!column.copyOf().isEmpty()) {
        copies.add("'" + column.name() + "' says exactly what '" + column.copyOf() + "' says");
      }
    }
    if (!copies.isEmpty()) {
      warn(exploration, Say.list(copies, 3) + ".");
    }
  }

  private static void warn(Exploration exploration, String sentence) {
    exploration.find(70, Remark.Kind.WARNING, sentence);
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").toList();
  }

  private static void table(Report report, TableProfile profile) {
    List<List<String>> rows =
        profile.columns().stream()
            .limit(TABLED)
            .map(
                c ->
                    List.of(
                        c.name(),
                        c.kind(),
                        Say.format("%,d", c.cardinality()),
                        Say.format("%.1f", c.coverage()),
                        c.most(),
                        Say.format("%.1f", c.mostShare())))
            .toList();
    report
        .section("Columns")
        .table(
            profile.columns().size() > TABLED ? "The first " + TABLED + " columns" : "All columns",
            List.of("column", "kind", "values", "filled %", "most frequent", "its share %"),
            rows);
  }
}
