package dev.grassmann.tables.baseline;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.FoldedRanking;

/** SVM-RFE: ranks columns by how long they outlast the rounds of a recursive elimination. */
public final class SvmRfe implements Method<Table, RfeConfig, FeatureRanking> {
  private final RfeConfig config;

  /** With {@link RfeConfig#DEFAULTS}. */
  public SvmRfe() {
    this(RfeConfig.DEFAULTS);
  }

  public SvmRfe(RfeConfig config) {
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
        "svm-rfe",
        "rank",
        "SVM-RFE",
        "Guyon, Weston, Barnhill, Vapnik 2002",
        "ranks columns by recursive elimination with support vectors",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public RfeConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, RfeConfig config, Run run) {
    Options.check(config);
    FoldedRanking folded = new FoldedRanking(table, config.question(), run);
    return folded.rank(new RfeSelector(config), info().title(), "rounds outlasted", 1);
  }
}
