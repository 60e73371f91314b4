package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import java.util.List;
import java.util.Map;

/** Every option of the mixed-effects model. */
public record MixedConfig(
    @Option(help = "column to be explained, of numbers") String target,
    @Option(help = "column that says which cluster a row belongs to") String cluster,
    @Option(help = "fixed effects beside the intercept, e.g. time,time^2,time:dose; empty for all")
        List<String> fixed,
    @Option(help = "random effects beside the intercept, e.g. time") List<String> random,
    @Option(help = "tails of the errors: power law with estimated or fixed nu, or Gaussian")
        Tails tails,
    @Option(help = "degrees of freedom where they are fixed", min = 0.5, max = 1e7) double nu,
    @Option(help = "whether whole clusters may be outliers, as in the model, or single rows")
        Level level,
    @Option(help = "penalty on fixed effects") PenaltyKind penalty,
    @Option(help = "its weight, by row and standard deviation", min = 0) double lambda,
    @Option(help = "where SCAD is flat, in lambdas", min = 2, minExclusive = true, max = 1e6)
        double a,
    @Option(help = "where MCP is flat, in lambdas", min = 1, minExclusive = true, max = 1e6)
        double gamma,
    @Option(help = "what standard errors are computed from") Errors errors,
    @Option(
            help = "largest derivative by a parameter, a row, at which fitting ends",
            min = 0,
            minExclusive = true)
        double tolerance,
    @Option(help = "iterations at most, a start", min = 1) int iterations) {

  /** What the errors are like. */
  public enum Tails {
    /** A power law, with the degrees of freedom that fit best. */
    ESTIMATED,
    /** A power law with the degrees of freedom given. */
    FIXED,
    /** Normal: the usual mixed model. */
    GAUSSIAN
  }

  /** What can be an outlier. */
  public enum Level {
    /** A cluster as a whole: the model. */
    CLUSTER,
    /** A row: not the model, but of use where clusters are large. */
    ROW
  }

  /** Which penalty. */
  public enum PenaltyKind {
    NONE,
    LASSO,
    SCAD,
    MCP
  }

  /** What standard errors are computed from. */
  public enum Errors {
    /** The inverse of the observed information. */
    HESSIAN,
    /** The same around the clusters' own gradients: right where the model is not. */
    SANDWICH
  }

  public static final MixedConfig DEFAULTS =
      new MixedConfig(
          "label",
          "cluster",
          List.of(),
          List.of(),
          Tails.ESTIMATED,
          4,
          Level.CLUSTER,
          PenaltyKind.NONE,
          0.02,
          3.7,
          3,
          Errors.HESSIAN,
          1e-7,
          5_000);

  public MixedConfig {
    fixed = List.copyOf(fixed);
    random = List.copyOf(random);
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws dev.grassmann.core.InputException for an unknown name or an unreadable text
   */
  public MixedConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /** A copy with several options changed. */
  public MixedConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }
}
