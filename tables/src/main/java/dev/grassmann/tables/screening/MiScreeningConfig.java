package dev.grassmann.tables.screening;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.Outcomes.Task;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Every option of screening by mutual information. */
public record MiScreeningConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "whether the target holds classes or numbers") Task task,
    @Option(help = "how dependence is estimated") Estimator estimator,
    @Option(help = "rule for the bandwidth of a density") Bandwidth bandwidth,
    @Option(help = "multiplies the rule's bandwidth", min = 0.01, max = 100) double bandwidthFactor,
    @Option(help = "kernel of a density; a bandwidth is its standard deviation") KdeKernel kernel,
    @Option(
            help = "side of the grid for two columns of numbers",
            min = 16,
            max = 2048,
            unit = "cells")
        int grid,
    @Option(help = "grid for numbers and classes", min = 16, max = 16_384, unit = "cells")
        int classGrid,
    @Option(help = "neighbours of the knn estimator", min = 1, max = 100) int neighbours,
    @Option(
            help = "columns of at most this many different numbers hold classes, as 0/1/2 does",
            min = 0,
            max = 20)
        int discreteValues,
    @Option(help = "what a score is told in: as estimated, in nats, or from 0 to 1 (Linfoot)")
        Scale scale,
    @Option(help = "columns to be kept; 0 keeps rows / ln rows of them", min = 0) int top,
    @Option(help = "keep no column that scores less", min = 0) double threshold,
    @Option(
            help = "keep no column whose dependence on a better one is larger; 0 keeps them",
            min = 0)
        double clump,
    @Option(help = "also score this many columns with their rows permuted", min = 0, max = 10_000)
        int controls,
    @Option(help = "columns to be screened; empty for all") List<String> columns)
    implements Serializable {

  /** What scores are told in. */
  public enum Scale {
    /** As the estimator gives it. */
    ESTIMATED,
    /** Nats: a correlation becomes that of two normal variables. */
    NATS,
    /** The correlation that two normal variables of as much information have. */
    LINFOOT
  }

  /** The paper's, with bandwidths by Silverman's rule. */
  public static final MiScreeningConfig DEFAULTS =
      new MiScreeningConfig(
          "label",
          Task.AUTO,
          Estimator.FFT_KDE,
          Bandwidth.SILVERMAN,
          1,
          KdeKernel.EPA,
          300,
          500,
          3,
          3,
          Scale.ESTIMATED,
          0,
          0,
          0,
          0,
          List.of());

  public MiScreeningConfig {
    columns = List.copyOf(columns);
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws dev.grassmann.core.InputException for an unknown name or an unreadable text
   */
  public MiScreeningConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /** A copy with several options changed. */
  public MiScreeningConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }
}
