package dev.grassmann.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {
  /** Ends a script, opens elements, leaves attributes, breaks JavaScript's lines. */
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--<img src=x onerror=\"alert('2')\">&amp;\u2028\0";

  private static Report everything() {
    return new Report(HOSTILE)
        .answer(HOSTILE)
        .section(HOSTILE)
        .text(HOSTILE)
        .chart(new Bars(HOSTILE, HOSTILE, List.of(new Chart.Bar(HOSTILE, 1, HOSTILE))))
        .chart(
            new Lines(HOSTILE, HOSTILE, HOSTILE, List.of(new Chart.Point(1, 2, HOSTILE, HOSTILE))))
        .table(HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE)))
        .pictures(
            HOSTILE, List.of(HOSTILE), List.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)))
        .made(HOSTILE, HOSTILE);
  }

  @Test
  void dataCannotBecomeMarkup() {
    String page = everything().html();
    String plain =
        new Report("t")
            .chart(new Bars("b", "a", List.of(new Chart.Bar("n", 1))))
            .chart(new Lines("l", "x", "y", List.of(new Chart.Point(1, 2, ""))))
            .html();
    assertEquals(count("<script", plain), count("<script", page));
    assertEquals(count("</script", plain), count("</script", page));
    assertFalse(page.contains("<img src=x"));
    assertFalse(page.contains("<!--<"));
    assertFalse(page.contains("onerror=\""));
    assertEquals(-1, page.indexOf('\0'));
  }

  @Test
  void dataInAChartComesBackUnchanged() {
    String page = everything().html();
    Matcher script =
        Pattern.compile("<script type=\"application/json\" id=\"chart-1\">(.*?)</script>")
            .matcher(page);
    assertTrue(script.find());
    JsonNode spec = Json.parse(script.group(1), "chart");
    assertEquals(HOSTILE, spec.at("/data/values/0/name").asText());
    assertEquals(HOSTILE, spec.path("description").asText());
  }

  @Test
  void asksNobodyForAnything() {
    String page = everything().html();
    assertTrue(page.contains("content=\"default-src 'none';"));
    assertFalse(Pattern.compile("<(?:link|iframe|script src|img src=\"http)").matcher(page).find());
  }

  @Test
  void bringsTheLibrariesOnceAndOnlyForCharts() {
    assertEquals(3, count("text/x-gzip-base64\">", everything().html()));
    String table = new Report("t").table("c", List.of("a"), List.of(List.of("1"))).html();
    assertEquals(0, count("text/x-gzip-base64\">", table));
    assertTrue(table.length() < 40_000, table.length() + " characters without a chart");
  }

  @Test
  void opensWithTheAnswerAndEndsWithHowItWasMade() {
    String page = new Report("Title").answer("The answer.").text("Body.").made("Seed", "7").html();
    int answer = page.indexOf("<h1>The answer.</h1>");
    int body = page.indexOf("<p>Body.</p>");
    int made = page.indexOf("<dt>Seed</dt><dd>7</dd>");
    assertTrue(answer > 0 && body > answer && made > body);
  }

  @Test
  void namesTwoInputsTwice() {
    String page = new Report("t").made("Input", "a").made("Input", "b").html();
    assertTrue(page.contains("<dt>Input</dt><dd>a</dd>\n<dt>Input</dt><dd>b</dd>"));
  }

  @Test
  void setsNumbersToTheRightAndWordsToTheLeft() {
    String page =
        new Report("t")
            .table(
                "c",
                List.of("word", "number"),
                List.of(List.of("1a", "1,234.5"), List.of("2", "-3e-4"), List.of("x", "")))
            .html();
    assertTrue(page.contains("<td>1a</td><td class=\"number\">1,234.5</td>"));
    assertTrue(page.contains("<td>2</td><td class=\"number\">-3e-4</td>"));
  }

  private static int count(String part, String text) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
