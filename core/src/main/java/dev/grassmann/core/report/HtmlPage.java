package dev.grassmann.core.report;

import java.util.List;
import java.util.Map;

/** Turns a report into one HTML page. */
record HtmlPage(String title, String answer, List<Block> blocks, Map<String, String> made) {
  String html() {
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><title>");
    page.append(escape(title)).append("</title><h1>").append(escape(title)).append("</h1>");
    return page.append("<p>").append(escape(answer)).append("</p>").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
