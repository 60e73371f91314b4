package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The weights of all documents of a corpus, kept on disk. */
public final class DocumentWeights implements Result {
  private final StoredWeights stored;
  private final List<WeightSummary> summaries;

  private DocumentWeights(StoredWeights stored, List<WeightSummary> summaries) {
    this.stored = stored;
    this.summaries = summaries;
  }

  static DocumentWeights of(StoredWeights stored) {
    List<WeightSummary> summaries = new ArrayList<>();
    for (int t = 0; t < stored.targets().size(); t++) {
      summaries.add(WeightSummary.of(stored::open, t, at -> at.length() >= 0));
    }
    return new DocumentWeights(stored, summaries);
  }

  StoredWeights stored() {
    return stored;
  }

  /** How many documents were weighed, those that could not be read included. */
  public long documents() {
    return stored.documents();
  }

  @Override
  public String headline() {
    WeightSummary first = summaries.get(0);
    return String.format(
        Locale.ROOT,
        "%,d documents weighed: log weights from %.1f to %.1f; %s of them share the weight",
        stored.documents(),
        first.min(),
        first.max(),
        count(first.effective()));
  }

  private static String count(double documents) {
    return String.format(Locale.ROOT, documents < 10 ? "%.1f" : "%,.0f", documents);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %12s %10s %10s %10s %12s%n",
            "log weight for",
            "documents",
            "smallest",
            "mean",
            "largest",
            "effective"));
    for (int t = 0; t < summaries.size(); t++) {
      WeightSummary s = summaries.get(t);
      String name = stored.targets().get(t);
      String shown = name.length() > 34 ? "…" + name.substring(name.length() - 33) : name;
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s %,12d %10.1f %10.1f %10.1f %12s%n",
              shown,
              s.documents(),
              s.min(),
              s.mean(),
              s.max(),
              count(s.effective())));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = stored.about();
    ArrayNode rows = node.putArray("summaries");
    summaries.forEach(summary -> rows.add(summary.json()));
    return node;
  }

  /** Writes {@code weights.json} last: a folder that has it has all weights. */
  @Override
  public void save(RunFolder folder) {
    for (String name : List.of(StoredWeights.LOG_WEIGHTS, StoredWeights.LENGTHS)) {
      Path from = stored.folder().resolve(name);
      if (!from.toAbsolutePath()
          .normalize()
          .equals(folder.file(name).toAbsolutePath().normalize())) {
        folder.write(name, out -> Files.copy(from, out));
      }
    }
    folder.writeJson(StoredWeights.ABOUT, stored.about());
  }

  @Override
  public void describe(Report report) {
    for (int t = 0; t < summaries.size(); t++) {
      report.section("Log weights for " + stored.targets().get(t));
      report.chart(summaries.get(t).histogram("Log weights of all documents"));
    }
    report.text(
        "A log weight is a sum over a document's n-grams, so weights of documents of different"
            + " lengths are not comparable; effective is (sum w)^2 / sum w^2, about how many"
            + " documents share the weight.");
  }
}
