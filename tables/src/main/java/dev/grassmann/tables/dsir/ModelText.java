package dev.grassmann.tables.dsir;

import dev.grassmann.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A fitted model for people. */
final class ModelText {
  private ModelText() {}

  static String headline(DsirModel model) {
    DsirModel.Target first = model.targets().get(0);
    if (model.targets().size() > 1) {
      return String.format(
          Locale.ROOT,
          "%d targets against %,d raw documents in %,d buckets",
          model.targets().size(),
          model.raw().documents(),
          model.map().buckets());
    }
    return String.format(
        Locale.ROOT,
        "%s (%,d documents) is %.2f nats an n-gram away from %,d raw documents",
        first.name(),
        first.counts().documents(),
        model.divergence(0),
        model.raw().documents());
  }

  static String text(DsirModel model) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%-34s %12s %14s %12s%n", "", "documents", "n-grams", "KL from raw"));
    text.append(row("raw", model.raw(), ""));
    for (int t = 0; t < model.targets().size(); t++) {
      DsirModel.Target target = model.targets().get(t);
      String kl = String.format(Locale.ROOT, "%.3f", model.divergence(t));
      text.append(row(target.name(), target.counts(), kl));
    }
    if (!model.grams().isEmpty()) {
      text.append(
          String.format(Locale.ROOT, "%nWhat tells target from raw most, with ln(p / q):%n"));
      for (DsirModel.Gram gram : model.grams()) {
        text.append(String.format(Locale.ROOT, "  %-32s %+7.2f%n", gram.text(), gram.logRatio()));
      }
    }
    return text.toString();
  }

  private static String row(String name, BucketCounts counts, String kl) {
    String shown = name.length() > 34 ? "…" + name.substring(name.length() - 33) : name;
    return String.format(
        Locale.ROOT, "%-34s %,12d %,14d %12s%n", shown, counts.documents(), counts.total(), kl);
  }

  static void describe(DsirModel model, Report report) {
    report.section("The collections");
    report.table(
        "Counts, and KL(target || raw) in nats with one added to each raw count",
        List.of("collection", "documents", "n-grams", "KL from raw"),
        rows(model));
    if (!model.grams().isEmpty()) {
      report.section("What tells the target from raw text");
      report.table(
          "N-grams whose buckets add most to KL(target || raw); n-grams that share a bucket with"
              + " another are named by the target's",
          List.of("n-gram", "share of target", "share of raw", "ln(p / q)"),
          model.grams().stream()
              .map(
                  gram ->
                      List.of(
                          gram.text(),
                          String.format(Locale.ROOT, "%.5f", gram.target()),
                          String.format(Locale.ROOT, "%.5f", gram.raw()),
                          String.format(Locale.ROOT, "%+.2f", gram.logRatio())))
              .toList());
    }
  }

  private static List<List<String>> rows(DsirModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("raw", model.raw(), ""));
    for (int t = 0; t < model.targets().size(); t++) {
      DsirModel.Target target = model.targets().get(t);
      String kl = String.format(Locale.ROOT, "%.3f", model.divergence(t));
      rows.add(cells(target.name(), target.counts(), kl));
    }
    return rows;
  }

  private static List<String> cells(String name, BucketCounts counts, String kl) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%,d", counts.documents()),
        String.format(Locale.ROOT, "%,d", counts.total()),
        kl);
  }
}
