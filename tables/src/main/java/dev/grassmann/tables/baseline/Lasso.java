package dev.grassmann.tables.baseline;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.FoldedRanking;

/** LASSO: ranks columns by their absolute weights in a linear model with an l1 penalty. */
public final class Lasso implements Method<Table, LassoConfig, FeatureRanking> {
  private final LassoConfig config;

  /** With {@link LassoConfig#DEFAULTS}. */
  public Lasso() {
    this(LassoConfig.DEFAULTS);
  }

  public Lasso(LassoConfig config) {
    this.config = config;
  }

  /**
   * Ranks all columns against one of them, on all processors, with seed 0.
   *
   * @throws InputException where the table or the target cannot be used
   */
  public FeatureRanking rank(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        MethodInfo.NO_SYSTEM,
        "lasso",
        "rank",
        "LASSO",
        "Tibshirani 1996",
        "ranks columns by their weights under an l1 penalty",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public LassoConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, LassoConfig config, Run run) {
    Options.check(config);
    FoldedRanking folded = new FoldedRanking(table, config.question(), run);
    return folded.rank(new LassoSelector(config), info().title(), "absolute weight", 1);
  }
}
