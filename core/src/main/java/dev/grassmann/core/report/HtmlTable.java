package dev.grassmann.core.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A table whose columns sort at a click; long ones show their head first. */
record HtmlTable(String caption, List<String> header, List<List<String>> rows) {
  private static final int HEAD = 20;
  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?[0-9][0-9,_]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?\\s?%?|[-+−]?\\.[0-9]+");

  String html() {
    boolean[] numeric = new boolean[header.size()];
    for (int column = 0; column < numeric.length; column++) {
      numeric[column] = isNumeric(column);
    }
    boolean isLong = rows.size() > HEAD + HEAD / 4;
    StringBuilder html = new StringBuilder("<figure class=\"card\">\n<div class=\"scroll\"><table");
    html.append(isLong ? " class=\"short\">\n<caption><span>" : ">\n<caption><span>");
    html.append(HtmlPage.escape(caption)).append("</span></caption>\n<thead><tr>");
    for (int column = 0; column < numeric.length; column++) {
      html.append("<th scope=\"col\"").append(numeric[column] ? " class=\"number\">" : ">");
      html.append("<button type=\"button\">").append(HtmlPage.escape(header.get(column)));
      html.append("</button></th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        boolean number = column < numeric.length && numeric[column];
        html.append(number ? "<td class=\"number\">" : "<td>");
        html.append(HtmlPage.escape(row.get(column))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
    if (isLong) {
      html.append("<button type=\"button\" class=\"more\">");
      html.append(String.format(Locale.ROOT, "Show all %,d rows</button>\n", rows.size()));
    }
    return html.append("</figure>\n").toString();
  }

  private boolean isNumeric(int column) {
    boolean seen = false;
    for (List<String> row : rows) {
      String cell = column < row.size() ? row.get(column).strip() : "";
      if (cell.isEmpty() || cell.equals("-") || cell.equals("NaN")) {
        continue;
      }
      if (!NUMBER.matcher(cell).matches()) {
        return false;
      }
      seen = true;
    }
    return seen;
  }
}
