package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.report.Report;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of features, for rows of known parts. */
final class FeaturePageTest {
  private final Planted planted = new Planted(3);

  private FeatureReport report() {
    planted.row(0, 0, 0, 4, 1, 2);
    planted.row(0, 0, 0, 2, 1, 2);
    planted.row(0, 0, 2, 1);
    planted.row(0, 0, 0, 4);
    planted.row(0, 0, 2, 1);
    planted.row(0, 0, 2, 1);
    SparseAutoencoder axes = planted.axes();
    RowTexts texts =
        new RowTexts(List.of("red sun", "pale sun <set>", "blue", "red <moon>", "sea", "sky"));
    return FeatureReport.of(
        axes.dictionary(),
        planted.codes(axes),
        planted.vectors(),
        3,
        2,
        new FeatureReport.Look(0, 0, Optional.of(texts)));
  }

  @Test
  void aProfileHasRowsByCodeAndTheFeaturesOfTheSameRows() {
    FeatureProfile first = report().profiles().get(0);
    assertEquals(0, first.feature().number()); // energy 16 + 4 + 16
    assertEquals(36, first.feature().energy());
    int[] counts = new int[20];
    counts[10] = 1; // 2 of 4
    counts[19] = 2;
    assertArrayEquals(counts, first.counts());
    // feature 1 is active in two of the three rows of either
    assertEquals(List.of(new FeatureProfile.Other(1, 2 / 3.0)), first.together());
    assertEquals(List.of(), first.nearest()); // axes are orthogonal
    assertEquals(new FeatureProfile.Other(0, 1), first.writes().get(0));
  }

  @Test
  void aCardShowsTheStrongestRowsAndTheirWordsWithMarkupMadeHarmless() {
    Report page = new Report("features");
    report().describe(page);
    String html = page.html();
    assertTrue(html.contains("Feature 0: red"), "title");
    assertTrue(html.contains("<mark>red</mark> sun"), "example");
    assertTrue(!html.contains("<moon>"), "markup of a text");
    assertTrue(html.contains("feature 1 (0.67)"), "features of the same rows");
  }
}
