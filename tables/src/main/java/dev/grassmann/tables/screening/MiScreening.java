package dev.grassmann.tables.screening;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Screening by mutual information: ranks columns, one at a time, by how much they depend on a
 * target, whatever the form of the dependence, and keeps the best.
 *
 * <pre>{@code
 * FeatureRanking ranking = new MiScreening().rank(table, "extent");
 * }</pre>
 */
public final class MiScreening implements Method<Table, MiScreeningConfig, FeatureRanking> {
  private final MiScreeningConfig config;

  /** With {@link MiScreeningConfig#DEFAULTS}. */
  public MiScreening() {
    this(MiScreeningConfig.DEFAULTS);
  }

  public MiScreening(MiScreeningConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Ranks all columns against one of them, on all processors, with seed 0.
   *
   * @throws InputException as {@link #run}
   */
  public FeatureRanking rank(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        4,
        "mi-screening",
        "rank",
        "Mutual information screening",
        "Yang et al. 2024, fastHDMI (arXiv 2410.10082)",
        "ranks columns by mutual information from kernel densities, bins or neighbours",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public MiScreeningConfig defaults() {
    return config;
  }

  /**
   * Ranks columns. A row where the column or the target is missing is left out for that column.
   *
   * @throws InputException for a target that does not exist, has one value, has values in fewer
   *     than 30 rows, holds text where numbers were asked for, or more than 20 classes; for an
   *     infinite number in a column; for a table of nothing but the target
   */
  @Override
  public FeatureRanking run(Table table, MiScreeningConfig config, Run run) {
    ScreeningParts parts = new ScreeningParts(table.name(), table.columnNames(), config);
    Column target = table.column(config.target());
    parts.scorer(target, run); // a target that is not fit is refused before threads start
    List<ScreenedColumn> screened =
        Workers.map(
            parts.tasks(),
            "screening",
            run,
            () -> parts.scorer(target, run),
            (task, scorer) -> {
              Column column = table.column(parts.columns().get(parts.columnOf(task, run)));
              return parts.score(task, column, scorer, run);
            });
    FeatureRanking ranking = parts.ranking(screened, table.rows(), run);
    return config.clump() > 0 ? clumped(ranking, parts, table, config, run) : ranking;
  }

  /** The target and the kept columns of a ranking, best first, as a table. */
  public static Table kept(Table table, FeatureRanking ranking) {
    List<String> names = new ArrayList<>(List.of(ranking.target()));
    names.addAll(ranking.selection());
    return table.select(names);
  }

  /** Of those that may be kept, no two of one clump. */
  private static FeatureRanking clumped(
      FeatureRanking ranking,
      ScreeningParts parts,
      Table table,
      MiScreeningConfig config,
      Run run) {
    List<String> order = parts.aboveThreshold(ranking);
    Clumping.Clumps clumps = Clumping.of(table, order, parts.most(table.rows()), config, run);
    return ranking.selecting(clumps.kept(), clumps.removed());
  }
}
