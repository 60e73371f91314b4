package dev.grassmann.dictionaries.saeevaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A judgement as tables of text. */
record JudgeText(JudgeReport report) {
  String text() {
    Approximation supervised = report.supervised();
    StringBuilder text = new StringBuilder();
    line(text, "margin: %s", report.margin());
    line(
        text,
        "clean %.3f, mean-ablated %.3f%s",
        supervised.clean(),
        supervised.ablated(),
        supervised.harmless() ? " (necessity is undefined: ablation does not hurt)" : "");
    text.append('\n');
    table(text, approximationHeader(), approximations());
    for (Skyline skyline : report.skylines()) {
      text.append('\n');
      line(
          text,
          "%s edited in %,d rows: supervised %.3f, no edit %.3f, subspace of %d set to 0 %.3f, to"
              + " its mean %.3f",
          skyline.attribute(),
          skyline.pairs(),
          skyline.supervised(),
          skyline.noEdit(),
          skyline.rank(),
          skyline.zeroed(),
          skyline.averaged());
      table(text, editHeader(), edits(skyline));
    }
    text.append('\n');
    table(text, meaningHeader(), meanings());
    if (!splits().isEmpty()) {
      text.append('\n');
      table(text, splitHeader(), splits());
    }
    return text.toString();
  }

  static List<String> approximationHeader() {
    return List.of("dictionary", "L0", "FVU", "sufficiency", "necessity", "kept", "dropped");
  }

  List<List<String>> approximations() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "supervised",
            report.attributes().count() + "",
            number(1 - report.explained()),
            number(report.supervised().sufficiency()),
            necessity(report.supervised()),
            "",
            ""));
    for (Contestant c : report.contestants()) {
      rows.add(
          List.of(
              c.name(),
              String.format(Locale.ROOT, "%.2f", c.l0()),
              number(c.fvu()),
              number(c.approximation().sufficiency()),
              necessity(c.approximation()),
              number(c.kept().sufficiency()),
              number(c.dropped().sufficiency())));
    }
    return rows;
  }

  private List<String> editHeader() {
    List<String> header =
        new ArrayList<>(
            List.of("  " + report.options().moves().name().toLowerCase(Locale.ROOT) + " changes"));
    report.options().k().forEach(k -> header.add("k=" + k));
    return header;
  }

  private List<List<String>> edits(Skyline skyline) {
    List<List<String>> rows = new ArrayList<>();
    for (Contestant c : report.contestants()) {
      Control control = JudgeReport.control(c, skyline.attribute());
      List<String> greedy = new ArrayList<>(List.of("  " + c.name()));
      List<String> meant = new ArrayList<>(List.of("    by F1"));
      List<String> weight = new ArrayList<>(List.of("    weight removed"));
      for (Control.AtK at : control.atK()) {
        greedy.add(number(at.agreement()));
        meant.add(number(at.byMeaning()));
        weight.add(number(at.weight()));
      }
      rows.addAll(List.of(greedy, meant, weight));
    }
    return rows;
  }

  List<String> meaningHeader() {
    List<String> header = new ArrayList<>(List.of("dictionary", "latents that mean something"));
    for (String attribute : report.attributes().names()) {
      header.add(attribute + " found");
      header.add("latents");
    }
    return header;
  }

  /** Of the first location: latents and values that match at the threshold. */
  List<List<String>> meanings() {
    double f1 = report.options().f1();
    List<List<String>> rows = new ArrayList<>();
    for (Contestant c : report.contestants()) {
      F1Table table = c.tables().get(0);
      List<String> row = new ArrayList<>();
      row.add(c.name());
      row.add(
          String.format(
              Locale.ROOT, "%d of %d (F1 >= %s)", table.above(f1).size(), table.best().size(), f1));
      for (int a = 0; a < report.attributes().count(); a++) {
        row.add(String.format(Locale.ROOT, "%.1f%%", 100 * table.found(a, f1)));
        row.add(table.latents(a, f1) + "");
      }
      rows.add(row);
    }
    return rows;
  }

  static List<String> splitHeader() {
    return List.of("dictionary", "binary value", "latents together", "F1", "F1 of the best alone");
  }

  /** How many latents it takes to say a binary attribute's value. */
  List<List<String>> splits() {
    List<List<String>> rows = new ArrayList<>();
    for (Contestant c : report.contestants()) {
      for (Split split : c.splits()) {
        rows.add(
            List.of(
                c.name(),
                split.property(),
                split.latents().size() + "",
                number(split.f1()),
                number(split.alone())));
      }
    }
    return rows;
  }

  String editsCsv() {
    StringBuilder csv =
        new StringBuilder(
            "dictionary,attribute,k,agreement,by_f1,weight_removed,changes,supervised,no_edit\n");
    for (Contestant c : report.contestants()) {
      for (Skyline skyline : report.skylines()) {
        for (Control.AtK at : JudgeReport.control(c, skyline.attribute()).atK()) {
          csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%d,%.6f,%.6f,%.6f,%.3f,%.6f,%.6f%n",
                  c.name(),
                  skyline.attribute(),
                  at.k(),
                  at.agreement(),
                  at.byMeaning(),
                  at.weight(),
                  at.changes(),
                  skyline.supervised(),
                  skyline.noEdit()));
        }
      }
    }
    return csv.toString().replace(System.lineSeparator(), "\n");
  }

  String latentsCsv() {
    StringBuilder csv =
        new StringBuilder(
            "dictionary,location,latent,rows,property,precision,recall,f1,always_on\n");
    for (Contestant c : report.contestants()) {
      for (int l = 0; l < c.tables().size(); l++) {
        F1Table table = c.tables().get(l);
        for (Interpretation one : table.best()) {
          csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%d,%d,\"%s\",%.4f,%.4f,%.4f,%.4f%n",
                  c.name(),
                  report.locations().get(l),
                  one.latent(),
                  one.active(),
                  one.property().text(table.attributes()).replace("\"", "\"\""),
                  one.precision(),
                  one.recall(),
                  one.f1(),
                  one.alwaysOn()));
        }
      }
    }
    return csv.toString().replace(System.lineSeparator(), "\n");
  }

  static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  static String necessity(Approximation approximation) {
    OptionalDouble necessity = approximation.necessity();
    return necessity.isPresent() ? number(necessity.getAsDouble()) : "undefined";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  static void table(StringBuilder text, List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = all.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        String format = column == 0 ? "%-" + width + "s" : "  %" + width + "s";
        line.append(String.format(Locale.ROOT, format, row.get(column)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
