package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.io.CorpusCopy;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Documents that were drawn from a corpus. */
public final class DrawnDocuments implements Result {
  /** Below so many a draw is little else than the largest weights. */
  private static final double SMALL = 0.1;

  private final Corpus corpus;
  private final StoredWeights stored;
  private final Draw.Rules rules;
  private final DocumentSet chosen;
  private final Run run;
  private final List<WeightSummary> before;
  private final List<WeightSummary> after;

  private DrawnDocuments(
      Corpus corpus, StoredWeights stored, Draw.Rules rules, DocumentSet chosen, Run run) {
    this.corpus = corpus;
    this.stored = stored;
    this.rules = rules;
    this.chosen = chosen;
    this.run = run;
    this.before = new ArrayList<>();
    this.after = new ArrayList<>();
  }

  static DrawnDocuments of(
      Corpus corpus, StoredWeights stored, Draw.Rules rules, DocumentSet chosen, Run run) {
    DrawnDocuments drawn = new DrawnDocuments(corpus, stored, rules, chosen, run);
    for (int t = 0; t < stored.targets().size(); t++) {
      drawn.before.add(WeightSummary.of(stored::open, t, rules::eligible));
      drawn.after.add(WeightSummary.of(stored::open, t, at -> chosen.has(at.document())));
    }
    double effective = drawn.before.get(0).effective();
    if (rules.order() == Draw.Order.GUMBEL
        && rules.temperature() == 1
        && effective < SMALL * chosen.size()) {
      run.warn(
          String.format(
              Locale.ROOT,
              "the weight of %,d documents is shared by about %.1f of them: the draw takes little"
                  + " else than the largest weights",
              drawn.before.get(0).documents(),
              effective));
    }
    return drawn;
  }

  /** How many documents were drawn. */
  public long size() {
    return chosen.size();
  }

  /** Whether the document of this number was drawn. */
  public boolean has(long document) {
    return chosen.has(document);
  }

  @Override
  public String headline() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d documents drawn: mean log weight %.1f, of all that are long enough %.1f",
        chosen.size(),
        stored.documents(),
        after.get(0).mean(),
        before.get(0).mean());
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %12s %12s %12s%n",
            "mean log weight for",
            "drawn for it",
            "of drawn",
            "of all"));
    for (int t = 0; t < before.size(); t++) {
      String name = stored.targets().get(t);
      String shown = name.length() > 34 ? "…" + name.substring(name.length() - 33) : name;
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s %,12d %12.1f %12.1f%n",
              shown,
              rules.k().get(t),
              after.get(t).mean(),
              before.get(t).mean()));
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    ObjectNode node = Json.object();
    node.put("documents", stored.documents());
    node.put("eligible", before.get(0).documents()).put("drawn", chosen.size());
    ArrayNode targets = node.putArray("targets");
    for (int t = 0; t < before.size(); t++) {
      ObjectNode target = targets.addObject().put("name", stored.targets().get(t));
      target.put("drawn", rules.k().get(t));
      target.set("eligibleWeights", before.get(t).json());
      target.set("drawnWeights", after.get(t).json());
    }
    return node;
  }

  /**
   * Writes the documents as {@code selected.*} and, for each, its number, file, length and log
   * weights as {@code chosen.csv}.
   *
   * @throws dev.grassmann.core.InputException where the corpus is no longer the one weighed; then
   *     no file has appeared
   */
  @Override
  public void save(RunFolder folder) {
    folder.write("chosen.csv", out -> copy(folder, out));
    folder.writeJson("metrics.json", json());
  }

  private void copy(RunFolder folder, OutputStream csv) throws IOException {
    StringBuilder head = new StringBuilder("document,file,length");
    for (int t = 0; t < stored.targets().size(); t++) {
      head.append(stored.targets().size() == 1 ? ",log_weight" : ",log_weight_" + (t + 1));
    }
    csv.write(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    try (WeightReader at = stored.open()) {
      CorpusCopy.write(
          corpus,
          stored.text(),
          chosen::has,
          folder,
          "selected",
          run,
          (file, number) -> row(csv, at, file, number),
          (documents, checksums) -> stored.requireSame(corpus, documents, checksums));
    }
  }

  private static void row(OutputStream csv, WeightReader at, String file, long number) {
    while (at.document() < number && at.next()) {
      // those between were not drawn
    }
    StringBuilder row = new StringBuilder();
    row.append(number).append(",\"").append(file.replace("\"", "\"\"")).append("\",");
    row.append(at.length());
    for (int t = 0; t < at.targets(); t++) {
      row.append(',').append(at.logWeight(t));
    }
    try {
      csv.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing chosen.csv", e);
    }
  }

  @Override
  public void describe(Report report) {
    for (int t = 0; t < before.size(); t++) {
      report.section("Log weights for " + stored.targets().get(t));
      report.chart(before.get(t).histogram("All documents that are long enough"));
      report.chart(after.get(t).histogram("Documents drawn"));
    }
    report.text(
        String.format(
            Locale.ROOT,
            "The weight is shared by about %,.1f documents: (sum w)^2 / sum w^2.",
            before.get(0).effective()));
  }
}
