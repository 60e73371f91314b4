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
 * Mutual information: ranks columns by what they say about the target, estimated by nearest
 * neighbours.
 */
public final class MutualInformation implements Method<Table, NeighbourConfig, FeatureRanking> {
  private final NeighbourConfig config;

  /** With {@link NeighbourConfig#DEFAULTS}. */
  public MutualInformation() {
    this(NeighbourConfig.DEFAULTS);
  }

  public MutualInformation(NeighbourConfig config) {
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
        "mutual-information",
        "rank",
        "mutual information",
        "Kraskov, Stögbauer, Grassberger 2004; Ross 2014",
        "ranks columns by mutual information, estimated by nearest neighbours",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public NeighbourConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, NeighbourConfig config, Run run) {
    Options.check(config);
    FoldedRanking folded = new FoldedRanking(table, config.question(), run);
    return folded.rank(new NeighbourSelector(config), info().title(), "mutual information", 1);
  }
}
