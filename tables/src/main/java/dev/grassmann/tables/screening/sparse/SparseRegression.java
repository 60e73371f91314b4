package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Sparse linear and logistic regression with the penalties SCAD, MCP or LASSO: a path of models of
 * falling lambda, and one of them chosen by cross-validation or EBIC.
 *
 * <pre>{@code
 * SparseFit fit = new SparseRegression().fit(table, "price");
 * }</pre>
 */
public final class SparseRegression implements Method<Table, SparseConfig, SparseFit> {
  private final SparseConfig config;

  /** With {@link SparseConfig#DEFAULTS}. */
  public SparseRegression() {
    this(SparseConfig.DEFAULTS);
  }

  public SparseRegression(SparseConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Explains one column by all others, on all processors, with seed 0.
   *
   * @throws InputException as {@link #run}
   */
  public SparseFit fit(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        4,
        "sparse",
        "fit-sparse",
        "Sparse regression",
        "Yang et al. 2023, accelerated gradient for SCAD and MCP (arXiv 2009.10629)",
        "fits a sparse linear or logistic model with a nonconvex penalty",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public SparseConfig defaults() {
    return config;
  }

  /**
   * Fits the path and chooses.
   *
   * @throws InputException for fewer than 30 rows, a target that does not exist, has a missing
   *     value or one value only, more than two classes of text; for a column with missing numbers
   *     (unless their mean stands in) or infinite ones; where all columns are constant
   */
  @Override
  public SparseFit run(Table table, SparseConfig config, Run run) {
    Options.check(config);
    Responses responses = Responses.of(table, config);
    DesignMatrix matrix = matrix(table, config);
    return fit(table, matrix, responses, config, run);
  }

  static DesignMatrix matrix(Table table, SparseConfig config) {
    return DesignMatrix.of(
        table, config.columns(), config.target(), config.encoding(), config.missing());
  }

  static SparseFit fit(
      Table table, DesignMatrix matrix, Responses responses, SparseConfig config, Run run) {
    Fitting fitting =
        new Fitting(
            responses.loss(),
            config.made(),
            config.solver(),
            config.tolerance(),
            config.iterations(),
            config.standardise(),
            config.strongRule());
    int[] all = IntStream.range(0, table.rows()).toArray();
    SparsePath path =
        PathFitter.fit(
            Columns.of(matrix, all),
            responses.y(),
            fitting,
            max -> config.path(requireSome(max, table)),
            run);
    Criterion criterion = Criterion.of(matrix, responses, fitting, path, config, run);
    warnOfUnfinished(path, run);
    return new SparseFit(
        table.name(),
        config.target(),
        responses.classes(),
        config.penalty().name(),
        table.rows(),
        IntStream.range(0, matrix.features()).mapToObj(matrix::name).toList(),
        path.first(criterion.values().length),
        criterion.best(),
        criterion.name(),
        list(criterion.values()),
        list(criterion.spreads()));
  }

  private static double requireSome(double max, Table table) {
    if (!(max > 0)) {
      throw new InputException(
          "no column varies with the target", table.name(), "give columns that are not constant");
    }
    return max;
  }

  private static void warnOfUnfinished(SparsePath path, Run run) {
    long unfinished = path.models().stream().filter(model -> !model.fit().converged()).count();
    if (unfinished > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d lambdas ended by the number of iterations: raise --iterations or"
                  + " --tolerance",
              unfinished,
              path.models().size()));
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
