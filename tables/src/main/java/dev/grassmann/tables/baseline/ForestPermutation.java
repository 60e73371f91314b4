package dev.grassmann.tables.baseline;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.FoldedRanking;

/**
 * Permutation importance: ranks columns by what a random forest loses on rows held out when their
 * numbers are permuted.
 */
public final class ForestPermutation implements Method<Table, ForestConfig, FeatureRanking> {
  private final ForestConfig config;

  /** With {@link ForestConfig#DEFAULTS}. */
  public ForestPermutation() {
    this(ForestConfig.DEFAULTS);
  }

  public ForestPermutation(ForestConfig config) {
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
        "random-forest",
        "rank",
        "random forest",
        "Breiman 2001",
        "ranks columns by what a random forest loses when they are permuted",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public ForestConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, ForestConfig config, Run run) {
    Options.check(config);
    FoldedRanking folded = new FoldedRanking(table, config.question(), run);
    return folded.rank(new ForestSelector(config), info().title(), "loss when permuted", 1);
  }
}
