package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowTextsTest {
  @TempDir Path folder;

  private static final RowTexts TEXTS =
      new RowTexts(
          List.of(
              "the band played a song",
              "a Song of the band's singer",
              "the ship and sea",
              "the wide sea, the sea",
              "the king",
              "the queen"));

  @Test
  void wordsThatStandOutAreNamedAndWordsOfEveryRowAreNot() {
    // 'song' and 'band' twice each and nowhere else; 'the' is everywhere, 'played' in one row only
    assertEquals(List.of("band", "song"), TEXTS.keywords(List.of(0, 1), 6));
    assertEquals(List.of("sea"), TEXTS.keywords(List.of(2, 3), 6));
  }

  @Test
  void wordsMuchLessClearThanTheClearestAreLeftOut() {
    List<String> texts = new java.util.ArrayList<>();
    for (int i = 0; i < 100; i++) {
      // 'opera' is in ten rows alone; 'also' in two of those and in four others
      String opera = i < 10 ? "opera " : "";
      texts.add(opera + (i < 2 || i >= 96 ? "also" : "row"));
    }
    List<Integer> first = java.util.stream.IntStream.range(0, 10).boxed().toList();
    assertEquals(List.of("opera"), new RowTexts(texts).keywords(first, 6));
  }

  @Test
  void aWordThatARowRepeatsCountsOnce() {
    assertEquals(List.of(), TEXTS.keywords(List.of(3), 6));
  }

  @Test
  void textsAreReadFromLinesAndFromAColumn() throws Exception {
    Path table = folder.resolve("texts.csv");
    Files.writeString(table, "text,year\nold ships,1800\nnew cars,1990\n");
    assertEquals("text old ships, year 1800", RowTexts.read(table.toString(), 2).text(0));
    assertEquals("new cars", RowTexts.read(table + ":text", 2).text(1));
    Path lines = folder.resolve("texts.txt");
    Files.writeString(lines, "one\ntwo\none\n");
    assertEquals("one", RowTexts.read(lines.toString(), 3).text(2));
  }

  @Test
  void anotherNumberOfTextsIsRefused() throws Exception {
    Path lines = folder.resolve("texts.txt");
    Files.writeString(lines, "one\ntwo\n");
    assertEquals(
        "--texts: 2 texts for 3 rows; give one text for each row",
        assertThrows(InputException.class, () -> RowTexts.read(lines.toString(), 3)).getMessage());
  }
}
