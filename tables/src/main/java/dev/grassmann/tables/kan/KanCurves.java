package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.RankingQuestion;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows what a Kolmogorov-Arnold network has learnt of each column: the curves of its first layer,
 * and how its outputs move along one column while the others stay at their means. One network is
 * trained on all rows.
 *
 * <pre>{@code
 * LearntCurves curves = new KanCurves().curves(table, "class");
 * }</pre>
 */
public final class KanCurves implements Method<Table, CurvesConfig, LearntCurves> {
  private final CurvesConfig config;

  /** With {@link CurvesConfig#DEFAULTS}. */
  public KanCurves() {
    this(CurvesConfig.DEFAULTS);
  }

  public KanCurves(CurvesConfig config) {
    this.config = config;
  }

  /**
   * Trains and shows, with seed 0.
   *
   * @throws InputException where the table or the target cannot be used
   */
  public LearntCurves curves(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        2,
        "kan",
        "curves",
        "KAN curves",
        "Akazan, Mbingui 2025 (arXiv 2509.23366)",
        "shows the curves that a Kolmogorov-Arnold network has learnt of each column",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public CurvesConfig defaults() {
    return config;
  }

  @Override
  public LearntCurves run(Table table, CurvesConfig config, Run run) {
    Options.check(config);
    KanConfig asked = config.training();
    RankingQuestion question = asked.question();
    Outcomes outcomes = Outcomes.of(table, question.target(), question.task());
    DesignMatrix matrix =
        DesignMatrix.of(
            table, question.columns(), question.target(), question.encoding(), question.missing());
    List<String> answers =
        outcomes instanceof Outcomes.Classes classes ? classes.classes() : List.of(outcomes.name());
    int hidden = asked.hidden(matrix.features(), answers.size(), table.name());
    int[] rows = IntStream.range(0, table.rows()).toArray();
    Scaling scaling = Scaling.fit(asked.scaling(), matrix, rows);
    Sample sample = Sample.of(matrix, outcomes, scaling, rows);
    KanTraining training = KanTraining.on(sample, hidden, asked, run);
    return new CurveReader(matrix, sample, training, answers, config)
        .read(table.name(), outcomes.name());
  }
}
