package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How alike two descriptions of the same samples are, by one or more measures.
 *
 * @param rows samples, the rows of both spaces
 * @param columnsA dimension of the first space, A
 * @param columnsB dimension of the second space, B
 * @param scores one a measure, in the order asked for; at least one
 */
public record Similarity(int rows, int columnsA, int columnsB, List<SimilarityScore> scores)
    implements Result {
  public Similarity {
    if (scores.isEmpty()) {
      throw new IllegalArgumentException("a similarity without a score");
    }
    scores = List.copyOf(scores);
  }

  /** Reads back what {@link #json()} wrote. */
  public static Similarity of(JsonNode json) {
    return SimilarityJson.read(json);
  }

  /** The score of this measure, where it was asked for. */
  public Optional<SimilarityScore> score(String measure) {
    return scores.stream().filter(score -> score.measure().equals(measure)).findFirst();
  }

  @Override
  public String headline() {
    List<SimilarityScore> above = scores.stream().filter(SimilarityScore::beatsChance).toList();
    if (above.isEmpty()) {
      return "A and B share no more than two spaces whose rows were shuffled: "
          + said(scores.get(0))
          + ".";
    }
    String verdict =
        scores.get(0).chance().isEmpty()
            ? "A and B, without a null to compare with: "
            : above.size() == scores.size()
                ? "A and B are more alike than chance: "
                : "A and B are more alike than chance by "
                    + above.size()
                    + " of "
                    + scores.size()
                    + " measures: ";
    StringBuilder sentence = new StringBuilder(verdict).append(said(above.get(0)));
    if (above.size() > 1) {
      sentence.append(", and ").append(said(above.get(above.size() - 1)));
    }
    return sentence.append('.').toString();
  }

  private static String said(SimilarityScore score) {
    String figure = score.title() + " " + number(score.value(), 3);
    return score
        .chance()
        .map(none -> figure + " (shuffled rows " + number(none.mean(), 3) + ")")
        .orElse(figure);
  }

  @Override
  public String text() {
    return new SimilarityText(this).toString();
  }

  @Override
  public JsonNode json() {
    return SimilarityJson.write(this);
  }

  /** Writes {@code similarity.json}, {@code similarity.csv} and, with a null, {@code null.csv}. */
  @Override
  public void save(RunFolder folder) {
    new SimilarityFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new SimilarityPictures(this).addTo(report);
  }

  /** A number with so many decimals; what rounds to zero carries no sign. */
  static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
