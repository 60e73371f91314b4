package dev.grassmann.clusters.report;

import dev.grassmann.core.Option;

/** Every option of a report on clusters. */
public record ReportConfig(
    @Option(help = "class of each point: a file, table.csv:column, or a data set; empty for none")
        String labels) {
  /** Without classes. */
  public static final ReportConfig DEFAULTS = new ReportConfig("");
}
