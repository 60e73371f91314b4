package dev.grassmann.clusters.franca;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of saying what prefixes of vectors are worth. */
public record PrefixConfig(
    @Option(help = "classes: a file of labels, table.csv:column, images, or a data set's name")
        String labels,
    @Option(help = "lengths of the prefixes; none for a sixteenth, an eighth and so on", min = 1)
        List<Integer> lengths,
    @Option(help = "neighbours that vote", min = 1, max = 10_000) int neighbours,
    @Option(help = "a vote weighs exp(cosine / this)", min = 0, minExclusive = true)
        double temperature,
    @Option(
            help = "ridge of the linear probe, as a share of the mean variance",
            min = 0,
            minExclusive = true)
        double ridge) {
  /** 20 neighbours at a temperature of 0.07, ridge 1e-3. */
  public static final PrefixConfig DEFAULTS = new PrefixConfig("", List.of(), 20, 0.07, 1e-3);
}
