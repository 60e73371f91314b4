package dev.grassmann.core.report;

import com.fasterxml.jackson.databind.JsonNode;

/** A chart: a record that can say itself as a Vega-Lite specification with its data inline. */
public sealed interface Chart permits Bars, Lines, Points, HeatMap, Histogram {
  /** What the chart shows, in a few words. */
  String title();

  /** Specification of Vega-Lite 5, without size and theme, which the page sets. */
  JsonNode vegaLite();

  /** One number by name, for {@link Bars}. */
  record Bar(String name, double value, String group) {
    public Bar(String name, double value) {
      this(name, value, "");
    }
  }

  /** One point of a line or a cloud; {@code series} colours it, {@code label} is its tooltip. */
  record Point(double x, double y, String series, String label) {
    public Point(double x, double y, String series) {
      this(x, y, series, "");
    }
  }

  /** From low to high at x, around a line of the same series. */
  record Span(double x, double low, double high, String series) {
    public Span(double x, double low, double high) {
      this(x, low, high, "");
    }
  }
}
