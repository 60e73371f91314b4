package dev.grassmann.dictionaries.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.measure.ClassSeparation;
import dev.grassmann.dictionaries.measure.Fidelity;
import dev.grassmann.dictionaries.measure.ParetoFront;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import dev.grassmann.dictionaries.measure.SharedFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dictionaries side by side.
 *
 * @param entries in the order given
 * @param probed how many latents a class the probes had; empty without labels
 */
public record SaeComparison(List<Entry> entries, List<Integer> probed) implements Result {
  public SaeComparison {
    entries = List.copyOf(entries);
    probed = List.copyOf(probed);
  }

  /**
   * One dictionary.
   *
   * @param folder where it lies
   * @param evaluation the dictionary measured
   * @param shared what it has in common with the first
   * @param f1 macro-F1 of probes, one for each number of latents
   * @param separation how far apart classes lie; empty without labels
   */
  public record Entry(
      String folder,
      SaeEvaluation evaluation,
      SharedFeatures shared,
      List<Double> f1,
      Optional<ClassSeparation> separation) {
    public Entry {
      f1 = List.copyOf(f1);
    }

    Dictionary dictionary() {
      return evaluation.dictionary();
    }

    public double l0() {
      return evaluation.l0();
    }

    public Fidelity fidelity() {
      return evaluation.fidelity();
    }

    int silent() {
      return evaluation.density().silent();
    }
  }

  @Override
  public String headline() {
    Entry best =
        entries.stream()
            .min(Comparator.comparingDouble(entry -> entry.fidelity().fvu()))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s explains most of %d dictionaries: %.1f%% with %.1f latents a row",
        best.folder(),
        entries.size(),
        100 * best.fidelity().explainedVariance(),
        best.l0());
  }

  /** Whether no other dictionary has a smaller error with no more latents. */
  boolean[] onFront() {
    return ParetoFront.of(
        entries.stream().mapToDouble(Entry::l0).toArray(),
        entries.stream().mapToDouble(entry -> entry.fidelity().fvu()).toArray());
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "dictionary",
                "kind",
                "F",
                "L0",
                "FVU",
                "front",
                "cosine",
                "silent",
                "in first",
                "of first"));
    probed.forEach(k -> header.add("F1, " + k));
    if (!probed.isEmpty()) {
      header.addAll(List.of("W1", "W1 / sd"));
    }
    return header;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    boolean[] front = onFront();
    for (Entry entry : entries) {
      List<String> row = new ArrayList<>();
      row.add(entry.folder());
      row.add(entry.dictionary().architecture());
      row.add(entry.dictionary().features() + "");
      row.add(String.format(Locale.ROOT, "%.2f", entry.l0()));
      row.add(String.format(Locale.ROOT, "%.4f", entry.fidelity().fvu()));
      row.add(front[rows.size()] ? "yes" : "");
      row.add(String.format(Locale.ROOT, "%.4f", entry.fidelity().cosine()));
      row.add(entry.silent() + "");
      row.add(String.format(Locale.ROOT, "%.1f%%", 100 * entry.shared().ofOther()));
      row.add(String.format(Locale.ROOT, "%.1f%%", 100 * entry.shared().ofFirst()));
      entry.f1().forEach(f1 -> row.add(String.format(Locale.ROOT, "%.3f", f1)));
      entry
          .separation()
          .ifPresent(
              s -> {
                row.add(String.format(Locale.ROOT, "%.3f", s.distance()));
                row.add(String.format(Locale.ROOT, "%.3f", s.overDeviation()));
              });
      rows.add(row);
    }
    return rows;
  }

  @Override
  public String text() {
    List<List<String>> table = new ArrayList<>();
    table.add(header());
    table.addAll(rows());
    StringBuilder text = new StringBuilder();
    for (List<String> row : table) {
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = table.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        String format = column < 2 ? "%-" + width + "s  " : "%" + width + "s  ";
        text.append(String.format(Locale.ROOT, format, row.get(column)));
      }
      text.append('\n');
    }
    return text.toString().replaceAll(" +\n", "\n");
  }

  @Override
  public JsonNode json() {
    ArrayNode all = Json.array();
    boolean[] front = onFront();
    for (Entry entry : entries) {
      boolean on = front[all.size()];
      ObjectNode node = all.addObject().put("dictionary", entry.folder());
      node.put("architecture", entry.dictionary().architecture());
      node.put("features", entry.dictionary().features()).put("l0", entry.l0());
      node.put("fvu", entry.fidelity().fvu()).put("cosine", entry.fidelity().cosine());
      node.put("on_front", on).put("silent_features", entry.silent());
      node.put("found_in_first", entry.shared().ofOther());
      node.put("of_first_found", entry.shared().ofFirst());
      node.put("mean_best_cosine", entry.shared().meanBestCosine());
      for (int i = 0; i < entry.f1().size(); i++) {
        node.put("probe_f1_" + probed.get(i), entry.f1().get(i));
      }
    }
    ObjectNode node = Json.object();
    node.set("dictionaries", all);
    return node;
  }

  /** Writes {@code comparison.json}, {@code comparison.csv} and {@code curves.csv}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("comparison.json", json());
    StringBuilder csv = new StringBuilder();
    csv.append(String.join(",", header().stream().map(h -> h.replace(", ", " ")).toList()));
    csv.append('\n');
    rows().forEach(row -> csv.append(String.join(",", row)).append('\n'));
    folder.writeText("comparison.csv", csv.toString());
    folder.writeText("curves.csv", new ComparisonPictures(this).csv());
  }

  @Override
  public void describe(Report report) {
    ComparisonPictures pictures = new ComparisonPictures(this);
    report.chart(pictures.front());
    report.table("Dictionaries", header(), rows());
    report.text(
        "On the front is what no other dictionary beats with as few latents. 'in first' is the share"
            + " of a dictionary's features that the first has too, 'of first' the share of the"
            + " first's that it has. FVU is sum|x-x^|2 / sum|x-mean|2, in the units of the data.");
    report.chart(pictures.errors());
    report.text(
        "On up to 1,024 rows, k changed after training; what does worse than the mean is left out.");
    report.chart(pictures.babel());
    report.text(
        "Babel mu_1(r): the largest sum of r absolute cosines with other atoms, of the whole"
            + " dictionary and, averaged over rows, of the atoms that rows use together.");
  }
}
