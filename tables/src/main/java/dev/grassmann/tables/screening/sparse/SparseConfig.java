package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.DesignMatrix.Encoding;
import dev.grassmann.tables.DesignMatrix.Missing;
import java.util.List;
import java.util.Map;

/** Every option of sparse regression. */
public record SparseConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "squares for a target of numbers, logistic for two classes; auto looks at it")
        Family loss,
    @Option(help = "penalty on the size of coefficients") PenaltyKind penalty,
    @Option(help = "where SCAD is flat, in lambdas", min = 2, minExclusive = true, max = 1e6)
        double a,
    @Option(help = "where MCP is flat, in lambdas", min = 1, minExclusive = true, max = 1e6)
        double gamma,
    @Option(help = "the one lambda to be used; 0 fits a path and chooses", min = 0) double lambda,
    @Option(help = "lambdas of the path", min = 2, max = 10_000) int lambdas,
    @Option(
            help = "smallest lambda of the path, as a share of the largest",
            min = 0,
            minExclusive = true,
            max = 1,
            maxExclusive = true)
        double smallest,
    @Option(help = "lambdas at equal steps, or at equal ratios") Spacing spacing,
    @Option(help = "what the lambda of the path is chosen by") Choice choose,
    @Option(help = "folds of cross-validation", min = 2, max = 100) int folds,
    @Option(help = "what minimises") Solver solver,
    @Option(help = "change of a coefficient at which it ends", min = 0, minExclusive = true)
        double tolerance,
    @Option(help = "iterations at most, a lambda", min = 3) int iterations,
    @Option(help = "scale columns to standard deviation 1") boolean standardise,
    @Option(help = "leave out columns that are unlikely to come in, and check them afterwards")
        boolean strongRule,
    @Option(help = "columns to be used; empty for all") List<String> columns,
    @Option(help = "how a column of categories becomes numbers") Encoding encoding,
    @Option(help = "what happens to missing numbers") Missing missing) {

  /** What is minimised. */
  public enum Family {
    AUTO,
    LINEAR,
    LOGISTIC
  }

  /** Which penalty. */
  public enum PenaltyKind {
    SCAD,
    MCP,
    LASSO
  }

  /** How the lambdas of a path lie. */
  public enum Spacing {
    /** At equal ratios, as in the package. */
    LOG,
    /** At equal steps, as in the studies. */
    EQUAL
  }

  /** What chooses a lambda. */
  public enum Choice {
    /** The smallest mean loss over folds. */
    CROSS_VALIDATION,
    /** The smallest extended Bayesian information criterion (Chen, Chen 2008, gamma 1). */
    EBIC
  }

  /** SCAD, a path of 100 lambdas, ten folds. */
  public static final SparseConfig DEFAULTS =
      new SparseConfig(
          "label",
          Family.AUTO,
          PenaltyKind.SCAD,
          3.7,
          3,
          0,
          100,
          0.01,
          Spacing.LOG,
          Choice.CROSS_VALIDATION,
          10,
          Solver.ACCELERATED,
          1e-5,
          5_000,
          true,
          true,
          List.of(),
          Encoding.ONE_HOT,
          Missing.REFUSE);

  public SparseConfig {
    columns = List.copyOf(columns);
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws dev.grassmann.core.InputException for an unknown name or an unreadable text
   */
  public SparseConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /** A copy with several options changed. */
  public SparseConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }

  Penalty made() {
    return switch (penalty) {
      case SCAD -> new Penalty.Scad(a);
      case MCP -> new Penalty.Mcp(gamma);
      case LASSO -> new Penalty.Lasso();
    };
  }

  /** The lambdas of a path from the largest; a lambda of its own is reached in a few steps. */
  double[] path(double lambdaMax) {
    if (lambda > 0) {
      return lambda >= lambdaMax
          ? new double[] {lambda}
          : spaced(lambdaMax, Math.min(20, lambdas), lambda / lambdaMax, Spacing.LOG);
    }
    return spaced(lambdaMax, lambdas, smallest, spacing);
  }

  private static double[] spaced(double max, int count, double share, Spacing spacing) {
    double[] path = new double[count];
    for (int i = 0; i < count; i++) {
      double part = i / (count - 1.0);
      path[i] =
          spacing == Spacing.LOG ? max * Math.pow(share, part) : max * (1 - part * (1 - share));
    }
    return path;
  }
}
