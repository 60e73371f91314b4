package dev.grassmann.core.report;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cards below each other, with a field to search in them and a choice of order. */
record HtmlCards(String caption, List<Card> cards) {
  private static final int BAR_WIDTH = 6;
  private static final int BAR_HEIGHT = 40;

  String html() {
    StringBuilder html = new StringBuilder("<section class=\"cards\">\n<div class=\"find\">");
    html.append("<strong>").append(HtmlPage.escape(caption)).append("</strong>\n");
    html.append("<label>Search <input type=\"search\" autocomplete=\"off\"></label>\n");
    html.append("<label>Sort by <select>");
    for (String name : cards.isEmpty() ? List.<String>of() : names()) {
      html.append("<option>").append(HtmlPage.escape(name)).append("</option>");
    }
    html.append("</select></label>\n<output></output></div>\n");
    cards.forEach(card -> card(html, card));
    return html.append("</section>\n").toString();
  }

  private List<String> names() {
    return List.copyOf(cards.get(0).numbers().keySet());
  }

  private void card(StringBuilder html, Card card) {
    html.append("<article class=\"card\" data-numbers=\"");
    html.append(
        card.numbers().values().stream()
            .map(value -> Double.isFinite(value) ? Double.toString(value) : "")
            .collect(Collectors.joining(" ")));
    html.append("\">\n<div class=\"top\"><div><h3>").append(HtmlPage.escape(card.title()));
    html.append("</h3>\n<dl class=\"numbers\">");
    for (Map.Entry<String, Double> number : card.numbers().entrySet()) {
      html.append("<div><dt>").append(HtmlPage.escape(number.getKey())).append("</dt><dd>");
      html.append(number(number.getValue())).append("</dd></div>");
    }
    html.append("</dl></div>\n");
    card.picture().ifPresent(image -> image(html, image, card.title()));
    if (card.counts().length > 0) {
      histogram(html, card);
    }
    html.append("</div>\n");
    card.notes().forEach(note -> html.append("<p>").append(HtmlPage.escape(note)).append("</p>\n"));
    html.append("<ol class=\"examples\">\n");
    card.examples().forEach(example -> example(html, example));
    html.append("</ol>\n</article>\n");
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static void image(StringBuilder html, BufferedImage image, String alt) {
    html.append("<img width=\"").append(image.getWidth()).append("\" height=\"");
    html.append(image.getHeight()).append("\" alt=\"").append(HtmlPage.escape(alt));
    html.append("\" src=\"data:image/png;base64,").append(HtmlGallery.png(image)).append("\">");
  }

  private static void histogram(StringBuilder html, Card card) {
    int most = 1;
    for (int count : card.counts()) {
      most = Math.max(most, count);
    }
    int width = card.counts().length * BAR_WIDTH;
    html.append("<figure class=\"bars\"><svg role=\"img\" aria-label=\"");
    html.append(HtmlPage.escape(card.axis())).append("\" viewBox=\"0 0 ").append(width);
    html.append(' ').append(BAR_HEIGHT).append("\" width=\"").append(width).append("\" height=\"");
    html.append(BAR_HEIGHT).append("\">");
    for (int i = 0; i < card.counts().length; i++) {
      int count = card.counts()[i];
      // by the root, and at least a line: one row among thousands should still be seen
      long height =
          count == 0 ? 0 : Math.max(1, Math.round(BAR_HEIGHT * Math.sqrt(count) / Math.sqrt(most)));
      html.append("<rect x=\"").append(i * BAR_WIDTH).append("\" y=\"");
      html.append(BAR_HEIGHT - height).append("\" width=\"").append(BAR_WIDTH - 1);
      html.append("\" height=\"").append(height).append("\"><title>").append(count);
      html.append("</title></rect>");
    }
    html.append("</svg><figcaption>").append(HtmlPage.escape(card.axis()));
    html.append("</figcaption></figure>");
  }

  private static void example(StringBuilder html, Card.Example example) {
    html.append("<li style=\"--tint:");
    html.append(Math.round(100 * Math.max(0, Math.min(1, example.strength())))).append("%\">");
    example.image().ifPresent(image -> image(html, image, example.caption()));
    html.append("<small>").append(HtmlPage.escape(example.caption())).append("</small>");
    if (!example.text().isEmpty()) {
      html.append("<span>").append(marked(example.text(), example.marked())).append("</span>");
    }
    html.append("</li>\n");
  }

  /** The text, escaped, with some of its words marked wherever they stand. */
  static String marked(String text, List<String> words) {
    if (words.isEmpty()) {
      return HtmlPage.escape(text);
    }
    String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Matcher word =
        Pattern.compile(
                "(?<!\\p{L})(?:" + any + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (word.find()) {
      html.append(HtmlPage.escape(text.substring(at, word.start()))).append("<mark>");
      html.append(HtmlPage.escape(word.group())).append("</mark>");
      at = word.end();
    }
    return html.append(HtmlPage.escape(text.substring(at))).toString();
  }
}
