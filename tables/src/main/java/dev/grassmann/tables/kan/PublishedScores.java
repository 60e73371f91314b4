package dev.grassmann.tables.kan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores of the 64 pixels of the digits 0 to 2 by eight selectors, as the authors gave them. */
final class PublishedScores {
  private PublishedScores() {}

  /** By our ids of the selectors. */
  static Map<String, double[]> read() {
    try (InputStream in = PublishedScores.class.getResourceAsStream("digits-scores.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] names = lines.get(0).split(",", -1);
      Map<String, double[]> scores = new HashMap<>();
      for (int c = 1; c < names.length; c++) {
        int column = c;
        scores.put(
            names[c],
            lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .toArray());
      }
      return scores;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
