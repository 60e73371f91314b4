package dev.grassmann.bench;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores of pairs of columns as two programs wrote them; names hold no comma and no tab. */
final class PairScores {
  private PairScores() {}

  /** Our {@code pairs.csv}: featureA, featureB, score, more. */
  static Map<String, Double> ours(Path file) {
    return read(file, ",", "");
  }

  /** The peer's table, which adds cardinality and coverage to names: {@code f3-(10; 100)}. */
  static Map<String, Double> theirs(Path file) {
    return read(file, "\t", "-\\(.*\\)$");
  }

  /** Every pair that the peer scored must be among ours, with the same score. */
  static Answers compare(Map<String, Double> ours, Map<String, Double> theirs, double tolerance) {
    double largest = 0;
    for (Map.Entry<String, Double> pair : theirs.entrySet()) {
      Double score = ours.get(pair.getKey());
      if (score == null) {
        return new Answers(false, "we have no score of " + pair.getKey());
      }
      largest = Math.max(largest, Math.abs(score - pair.getValue()));
    }
    if (theirs.isEmpty()) {
      return new Answers(false, "the peer wrote no scores");
    }
    return Answers.within(
        largest, tolerance, String.format(Locale.ROOT, "%,d scores", theirs.size()));
  }

  private static Map<String, Double> read(Path file, String separator, String dropped) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Map<String, Double> scores = new HashMap<>();
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] cells = line.split(separator, -1);
        String pair = cells[0].replaceAll(dropped, "") + " | " + cells[1].replaceAll(dropped, "");
        scores.put(pair, Double.valueOf(cells[2]));
      }
      return scores;
    } catch (IOException e) {
      throw new InputException(
          "no scores were written (" + e.getMessage() + ")", file.toString(), "read the log", e);
    }
  }
}
