package dev.grassmann.tables.outrank;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of the profile; the reference's defaults. */
public record ProfileConfig(
    @Option(help = "column by whose values the rows are grouped; empty for one group")
        String target,
    @Option(help = "texts that count as missing") List<String> missing,
    @Option(help = "a value is rare when it occurs at most this often", min = 1, max = 1 << 30)
        int rare,
    @Option(help = "rare values listed a column", min = 0, max = 1 << 24) int listed,
    @Option(
            help = "an identifier has at least this share of distinct values",
            min = 0,
            minExclusive = true,
            max = 1)
        double identifier) {

  /** No groups; empty and {@code {}} are missing; values that occur once are rare. */
  public static final ProfileConfig DEFAULTS =
      new ProfileConfig("", List.of("", "{}"), 1, 100, 0.95);

  public ProfileConfig {
    missing = List.copyOf(missing);
  }
}
