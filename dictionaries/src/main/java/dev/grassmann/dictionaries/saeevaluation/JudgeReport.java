package dev.grassmann.dictionaries.saeevaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What dictionaries are worth on rows whose attributes are known.
 *
 * @param locations names of the places that were changed together
 * @param attributes of the rows judged on
 * @param margin what the margin is, in words
 * @param supervised approximation by the supervised dictionary
 * @param explained variance that the supervised dictionary explains on these rows
 * @param skylines edits by the supervised dictionary, and no edit
 * @param contestants the learnt dictionaries, in the order given
 */
public record JudgeReport(
    List<String> locations,
    Attributes attributes,
    String margin,
    JudgeOptions options,
    Approximation supervised,
    double explained,
    List<Skyline> skylines,
    List<Contestant> contestants)
    implements Result {
  public JudgeReport {
    locations = List.copyOf(locations);
    skylines = List.copyOf(skylines);
    contestants = List.copyOf(contestants);
  }

  /** The attribute whose edit a whole activation changes most: the rest say little. */
  Optional<Skyline> telling() {
    return skylines.stream().max(Comparator.comparingDouble(s -> s.supervised() - s.noEdit()));
  }

  /** A contestant's edits of an attribute. */
  static Control control(Contestant contestant, String attribute) {
    return contestant.controls().stream()
        .filter(control -> control.attribute().equals(attribute))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String headline() {
    if (telling().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "attributes explain %.1f%% of the variance; no attribute could be edited",
          100 * explained);
    }
    Skyline skyline = telling().get();
    record Best(Contestant contestant, Control.AtK at) {}
    Best best =
        contestants.stream()
            .flatMap(c -> control(c, skyline.attribute()).atK().stream().map(at -> new Best(c, at)))
            .max(Comparator.comparingDouble(b -> b.at().agreement()))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s is edited in %.1f%% of rows by supervised codes, in %.1f%% by %d changes of %s, and in"
            + " %.1f%% by nothing",
        skyline.attribute(),
        100 * skyline.supervised(),
        100 * best.at().agreement(),
        best.at().k(),
        best.contestant().name(),
        100 * skyline.noEdit());
  }

  @Override
  public String text() {
    return new JudgeText(this).text();
  }

  @Override
  public JsonNode json() {
    return new JudgeJson(this).json();
  }

  /** Writes {@code judge.json}, {@code edits.csv} and {@code latents.csv}. */
  @Override
  public void save(RunFolder folder) {
    folder.writeJson("judge.json", json());
    folder.writeText("edits.csv", new JudgeText(this).editsCsv());
    folder.writeText("latents.csv", new JudgeText(this).latentsCsv());
  }

  @Override
  public void describe(Report report) {
    new JudgePictures(this).addTo(report);
  }
}
