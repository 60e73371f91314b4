package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.kan.KanSelector.Score;

/**
 * KAN-KO: ranks the columns of a table by how much the loss of a Kolmogorov-Arnold network on rows
 * held out rises when a column's curves are taken away.
 *
 * <pre>{@code
 * FeatureRanking ranking = new KanKo().rank(table, "class");
 * }</pre>
 */
public final class KanKo implements Method<Table, KanConfig, FeatureRanking> {
  private final KanConfig config;

  /** With {@link KanConfig#DEFAULTS}. */
  public KanKo() {
    this(KanConfig.DEFAULTS);
  }

  public KanKo(KanConfig config) {
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
        "kan-ko",
        "rank",
        "KAN-KO",
        "Akazan, Mbingui 2025 (arXiv 2509.23366)",
        "ranks columns by the rise of the loss without their splines",
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
    return KanRanking.of(table, Score.KO, info().title(), config, run);
  }
}
