package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Slice;
import dev.grassmann.core.io.Json;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against NLTK 3.9.1: {@code treebank.py} beside the figures. */
final class TreebankTest {
  private static final JsonNode REFERENCE = reference();

  private static JsonNode reference() {
    try {
      return Json.read(Path.of(TreebankTest.class.getResource("treebank.json").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tokens tokens(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Tokens tokens = new Tokens();
    new Treebank().read(new Slice().set(bytes, 0, bytes.length), tokens);
    return tokens;
  }

  private static List<String> list(Tokens tokens) {
    List<String> list = new ArrayList<>();
    for (int t = 0; t < tokens.count(); t++) {
      list.add(tokens.text(t, 1));
    }
    return list;
  }

  @Test
  void cutsAsTheReferenceDoes() {
    for (JsonNode one : REFERENCE.path("cases")) {
      List<String> expected = new ArrayList<>();
      one.path("tokens").forEach(token -> expected.add(token.asText()));
      String text = one.path("text").asText();
      assertEquals(expected, list(tokens(text)), text);
    }
  }

  @Test
  void measuresQualityAsTheReferenceDoes() {
    for (JsonNode one : REFERENCE.path("cases")) {
      Quality quality = Quality.of(tokens(one.path("text").asText()));
      JsonNode figures = one.path("figures");
      assertEquals(figures.get(0).asInt(), quality.tokens());
      assertEquals(figures.get(1).asDouble(), quality.repeated(), 1e-12);
      assertEquals(figures.get(2).asDouble(), quality.informative(), 1e-12);
      assertEquals(figures.get(3).asDouble(), quality.worded(), 1e-12);
    }
  }

  @Test
  void knowsEveryStopWordOfTheReference() {
    for (JsonNode word : REFERENCE.path("stopWords")) {
      Tokens tokens = new Tokens();
      tokens.clear(0);
      tokens.add(word.asText().getBytes(StandardCharsets.UTF_8));
      assertEquals(0, Quality.of(tokens).informative(), word.asText());
    }
  }

  @Test
  void aPlainParagraphPassesAndItsExaggerationsDoNot() {
    String plain =
        "the ship left the harbour at noon with a cargo of grain and two passengers who had paid"
            + " for their own cabins; nobody on deck could see the storm that was coming from the"
            + " west, but the old pilot felt it in his knees and asked for a smaller sail. ";
    assertTrue(Quality.of(tokens(plain)).passes());
    assertFalse(Quality.of(tokens(plain.substring(0, 90))).passes(), "short");
    assertFalse(Quality.of(tokens(plain.repeat(12))).passes(), "long");
    assertFalse(Quality.of(tokens(plain + "grain ".repeat(30))).passes(), "repetitive");
    assertFalse(Quality.of(tokens("of the and to in a that it is ".repeat(6))).passes(), "empty");
    assertFalse(Quality.of(tokens(plain + "1 2 3 4 5 6 7 8 9 ".repeat(3))).passes(), "digits");
  }
}
