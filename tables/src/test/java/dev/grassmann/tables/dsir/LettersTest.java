package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against Python's classes of all characters. */
final class LettersTest {
  private static List<String[]> lines() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                LettersTest.class.getResourceAsStream("unicode.txt"), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(" ")).toList();
    }
  }

  @Test
  void everyCharacterThatBothKnowIsOfPythonsKind() throws IOException {
    assertEquals(List.of(), differing("wordpunct", Letters::kind));
  }

  @Test
  void everyCharacterThatBothKnowIsOfUnicodesKind() throws IOException {
    assertEquals(List.of(), differing("unicode", Letters::unicodeKind));
  }

  private static List<String> differing(String rule, IntUnaryOperator kindOf) throws IOException {
    List<String> differing = new ArrayList<>();
    List<String[]> lines =
        new ArrayList<>(
            lines().stream().filter(line -> line.length == 3 && line[0].equals(rule)).toList());
    lines.add(new String[] {rule, "110000", "end"});
    long checked = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String kind = lines.get(i)[2];
      int to = Integer.parseInt(lines.get(i + 1)[1], 16);
      for (int c = Integer.parseInt(lines.get(i)[1], 16); c < to; c++) {
        if (kind.equals("surrogate") || kind.equals("unassigned") || !Character.isDefined(c)) {
          continue;
        }
        String ours =
            switch (kindOf.applyAsInt(c)) {
              case Letters.WORD -> "word";
              case Letters.BLANK -> "blank";
              default -> "mark";
            };
        checked++;
        if (!ours.equals(kind)) {
          differing.add(Integer.toHexString(c) + " is " + kind);
        }
      }
    }
    assertTrue(checked > 270_000, "characters compared: " + checked);
    return differing;
  }

  @Test
  void everyCapitalBecomesPythonsSmallLetter() throws IOException {
    Map<Integer, String> small = new HashMap<>();
    for (String[] line : lines()) {
      if (line[0].equals("lower")) {
        StringBuilder text = new StringBuilder();
        for (int i = 2; i < line.length; i++) {
          text.appendCodePoint(Integer.parseInt(line[i], 16));
        }
        small.put(Integer.parseInt(line[1], 16), text.toString());
      }
    }
    Featurizer featurizer = new Featurizer(FeatureMap.DEFAULT);
    for (int c = 0; c < 0x110000; c++) {
      if (Character.getType(c) == Character.SURROGATE || Letters.kind(c) == Letters.BLANK) {
        continue;
      }
      String expected = small.getOrDefault(c, Character.toString(c));
      if (!Character.isDefined(c) || !expected.codePoints().allMatch(Character::isDefined)) {
        continue;
      }
      featurizer.read(Character.toString(c));
      StringBuilder found = new StringBuilder();
      for (int i = 0; i < featurizer.tokens().count(); i++) {
        found.append(featurizer.tokens().text(i, 1));
      }
      assertEquals(expected, found.toString(), Integer.toHexString(c));
    }
  }
}
