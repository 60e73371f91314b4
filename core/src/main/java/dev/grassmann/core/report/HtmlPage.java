package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.io.Json;
import java.util.List;
import java.util.Locale;

/**
 * Turns a report into one HTML page that needs nothing from outside itself; its content policy
 * forbids it to ask.
 */
record HtmlPage(String title, String answer, List<Block> blocks, List<Report.Fact> made) {
  private static final String POLICY =
      "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; "
          + "script-src 'unsafe-inline' 'unsafe-eval'"; // Vega compiles its expressions

  String html() {
    StringBuilder page = new StringBuilder(1 << 16);
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    page.append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    page.append(escape(answer.isEmpty() ? title : title + ": " + answer)).append("</title>\n");
    page.append("<style>\n").append(PageParts.style()).append("</style>\n</head>\n<body>\n");
    page.append("<div class=\"page\">\n<header>\n<p class=\"what\">").append(escape(title));
    page.append("</p>\n<h1>").append(escape(answer.isEmpty() ? title : answer)).append("</h1>\n");
    page.append("</header>\n<main>\n");
    int charts = body(page);
    page.append("</main>\n");
    made(page);
    page.append("</div>\n");
    if (charts > 0) {
      PageParts.packedLibraries().forEach(packed -> library(page, packed));
    }
    page.append("<script>\n").append(PageParts.script()).append("</script>\n</body>\n</html>\n");
    return page.toString();
  }

  private int body(StringBuilder page) {
    int charts = 0;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        page.append("<h2>").append(escape(heading.text())).append("</h2>\n");
      } else if (block instanceof Block.Paragraph paragraph) {
        page.append("<p>").append(escape(paragraph.text())).append("</p>\n");
      } else if (block instanceof Block.ChartBlock chart) {
        chart(page, chart.chart(), ++charts);
      } else if (block instanceof Block.TableBlock table) {
        page.append(new HtmlTable(table.caption(), table.header(), table.rows()).html());
      } else if (block instanceof Block.Gallery gallery) {
        page.append(HtmlGallery.html(gallery));
      } else if (block instanceof Block.Cards cards) {
        page.append(new HtmlCards(cards.caption(), cards.cards()).html());
      }
    }
    return charts;
  }

  private static void chart(StringBuilder page, Chart chart, int number) {
    ObjectNode spec = Json.object();
    spec.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
    spec.put("description", chart.title());
    JsonNode own = chart.vegaLite();
    own.fieldNames().forEachRemaining(name -> spec.set(name, own.get(name)));
    String id = String.format(Locale.ROOT, "chart-%d", number);
    page.append("<figure class=\"card\">\n<figcaption>").append(escape(chart.title()));
    page.append("</figcaption>\n<div class=\"chart\" data-spec=\"").append(id);
    page.append(
        "\" data-waiting=\"Pictures need JavaScript.\"></div>\n<div class=\"tools\" hidden>");
    page.append("<button type=\"button\" data-save=\"svg\">Save picture</button>");
    page.append("<button type=\"button\" data-save=\"spec\">Save Vega-Lite</button></div>\n");
    page.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    page.append(inScript(Json.line(spec))).append("</script>\n</figure>\n");
  }

  private void made(StringBuilder page) {
    if (made.isEmpty()) {
      return;
    }
    page.append("<section class=\"made\">\n<h2>How this was made</h2>\n<dl>\n");
    for (Report.Fact fact : made) {
      page.append("<dt>").append(escape(fact.what())).append("</dt><dd>");
      page.append(escape(fact.value())).append("</dd>\n");
    }
    page.append("</dl>\n</section>\n");
  }

  private static void library(StringBuilder page, String packed) {
    page.append("<script type=\"text/x-gzip-base64\">").append(packed).append("</script>\n");
  }

  /** Text as HTML shows it, in element content and in quoted attributes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\0' -> escaped.append('\uFFFD'); // HTML has no way to write it
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** JSON that may stand in a script element: nothing in it can end the element or open another. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
