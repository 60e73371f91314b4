package dev.grassmann.cli.method;

import dev.grassmann.core.Option;
import dev.grassmann.tables.retention.RetentionConfig;
import java.util.List;

/** What rankings side by side were made with; each method's own config lies beside its ranking. */
record SideBySideConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "methods that ranked") List<String> methods,
    RetentionConfig retention) {
  SideBySideConfig {
    methods = List.copyOf(methods);
  }
}
