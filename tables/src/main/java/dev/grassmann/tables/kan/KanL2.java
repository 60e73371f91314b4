package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.kan.KanSelector.Score;

/**
 * KAN-L2: ranks the columns of a table by the Frobenius norm of the coefficients of the splines
 * that a Kolmogorov-Arnold network has learnt of each (or the root mean square of its curves on
 * data).
 *
 * <pre>{@code
 * FeatureRanking ranking = new KanL2().rank(table, "class");
 * }</pre>
 */
public final class KanL2 implements Method<Table, KanConfig, FeatureRanking> {
  private final KanConfig config;

  /** With {@link KanConfig#DEFAULTS}. */
  public KanL2() {
    this(KanConfig.DEFAULTS);
  }

  public KanL2(KanConfig config) {
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
        2,
        "kan-l2",
        "rank",
        "KAN-L2",
        "Akazan, Mbingui 2025 (arXiv 2509.23366)",
        "ranks columns by the l2 norm of their learnt splines",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public KanConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, KanConfig config, Run run) {
    return KanRanking.of(table, Score.L2, info().title(), config, run);
  }
}
