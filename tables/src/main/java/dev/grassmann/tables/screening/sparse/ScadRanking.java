package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;

/** Ranks columns by their coefficients in a sparse regression with the SCAD penalty. */
public final class ScadRanking implements Method<Table, SparseConfig, FeatureRanking> {
  private static final SparseConfig DEFAULTS =
      SparseConfig.DEFAULTS.with("penalty", SparseConfig.PenaltyKind.SCAD);

  /**
   * Ranks all columns against one of them, on all processors, with seed 0.
   *
   * @throws dev.grassmann.core.InputException as {@link SparseRegression#run}
   */
  public FeatureRanking rank(Table table, String target) {
    return run(table, DEFAULTS.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        4,
        "scad",
        "rank",
        "SCAD regression",
        "Yang et al. 2023, accelerated gradient for SCAD and MCP (arXiv 2009.10629)",
        "ranks columns by a sparse regression, smoothly clipped absolute deviation penalty",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public SparseConfig defaults() {
    return DEFAULTS;
  }

  @Override
  public FeatureRanking run(Table table, SparseConfig config, Run run) {
    return SparseRanking.rank(table, config, "SCAD regression", run);
  }
}
