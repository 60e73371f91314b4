package dev.grassmann.tables.outrank;

import dev.grassmann.core.FeatureBuilder;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * OutRank: ranks the columns of a table by what they say about a target, less what a meaningless
 * column of the same cardinality would seem to say.
 *
 * <pre>{@code
 * FeatureRanking ranking = new OutRank().rank(table, "click");
 * }</pre>
 */
public final class OutRank
    implements Method<Table, OutRankConfig, FeatureRanking>, FeatureBuilder<OutRankConfig> {
  private final OutRankConfig config;

  /** With {@link OutRankConfig#DEFAULTS}. */
  public OutRank() {
    this(OutRankConfig.DEFAULTS);
  }

  public OutRank(OutRankConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Ranks all columns against one of them, on all processors, with seed 0.
   *
   * @param target name of a column with at least two values
   * @throws InputException where there is no such column, it has one value only, or it is alone
   */
  public FeatureRanking rank(Table table, String target) {
    return run(table, config.with("target", target), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        1,
        "outrank",
        "rank",
        "OutRank",
        "Škrlj, Mramor 2023 (arXiv 2309.01552)",
        "ranks columns by mutual information corrected for cardinality",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public OutRankConfig defaults() {
    return config;
  }

  @Override
  public FeatureRanking run(Table table, OutRankConfig config, Run run) {
    checkTogether(Options.check(config));
    Column explained = table.column(config.target());
    Rows rows = Rows.of(table, config, run);
    Encoder encoder = new Encoder(rows, config.missing(), config.heuristic().needsOrder());
    Feature target = encoder.feature(explained, Role.COLUMN, config.targetBins());
    requireTwoValues(target, explained, rows, table);
    Cautions.about(target, rows, config, run);

    Sources made = new Sources(table, config, encoder, run);
    List<Source> sources = new ArrayList<>(made.features());
    int features = sources.size();
    sources.addAll(made.controls());
    List<Source> ranked = sources.subList(0, features);
    ReferenceModel model = ReferenceModel.of(config);
    model.columns(table, run); // all there, or refused
    Plan plan =
        Plan.of(
            features,
            sources.size() - features,
            rows.batches(),
            given(model, config, ranked),
            config,
            run);
    List<Feature> known =
        config.scoresGains() ? model.encoded(table, config, encoder) : List.<Feature>of();
    if (plan.items().size() == 1) { // the target with itself
      throw new InputException(
          "the reference model looks at every column already",
          config.reference(),
          "give a table with other columns, or --order 2 for combinations");
    }
    Judge judge = new Judge(rows, 0, encoder, config, target, sources, known, run);
    List<Outcome> outcomes = judge.score(plan);

    FeatureRanking ranking =
        new Standings(
                config, judge.measure(), plan, outcomes, ranked.stream().map(Source::name).toList())
            .ranking(table.name(), rows.count());
    Cautions.about(ranking, rows.count(), config, run);
    return ranking;
  }

  /**
   * What a model knows is not asked again; by a score that asks no model, it names combinations.
   */
  private static Plan.Given given(ReferenceModel model, OutRankConfig config, List<Source> ranked) {
    List<String> names = ranked.stream().map(Source::name).toList();
    if (config.scoresGains()) {
      return new Plan.Given(
          members -> model.has(members.stream().map(names::get).toList()), List.of());
    }
    return new Plan.Given(members -> false, combined(model, names));
  }

  /** The model's combinations of features that are ranked. */
  static List<Item.Joint> combined(ReferenceModel model, List<String> names) {
    return model.combinations().stream()
        .filter(names::containsAll)
        .map(columns -> new Item.Joint(columns.stream().map(names::indexOf).sorted().toList()))
        .distinct()
        .toList();
  }

  /**
   * The best features as a table, the target first: combinations and derived columns are built. By
   * the order of 3MR where the ranking has one, else by score.
   *
   * @param ranking what this method, set up the same way, said about the table
   * @param count how many features; fewer where there are fewer; controls never count
   */
  public Table kept(Table table, FeatureRanking ranking, int count) {
    return build(table, config.with("target", ranking.target()), ranking, ranking.best(count));
  }

  @Override
  public Table build(
      Table table, OutRankConfig config, FeatureRanking ranking, List<String> features) {
    return KeptColumns.of(table, ranking, features, config);
  }

  /** Refuses what would have no effect, rather than ignore it. */
  static void checkTogether(OutRankConfig config) {
    checkReference(config);
    Heuristic heuristic = config.heuristic();
    boolean corrected = heuristic == Heuristic.CORRECTED_MI;
    if (config.reduction() < 1 && !corrected && heuristic != Heuristic.PLAIN_MI) {
      throw new InputException(
          "a score by " + Options.word(heuristic) + " knows no reduction",
          "--reduction",
          "give it with corrected-mi or plain-mi");
    }
    if (config.nullModel() != OutRankConfig.NullModel.SHIFT && !corrected) {
      throw new InputException(
          "a score by " + Options.word(heuristic) + " has no null",
          "--null-model",
          "give it with corrected-mi");
    }
  }

  private static void checkReference(OutRankConfig config) {
    Heuristic heuristic = config.heuristic();
    if (config.reference().isEmpty()) {
      if (config.referenceColumns()) {
        throw new InputException(
            "there is no reference model to name columns",
            "--reference-columns",
            "give its JSON as --reference");
      }
      return;
    }
    if (heuristic == Heuristic.SURROGATE_SVM || heuristic == Heuristic.SURROGATE_SGD_SVD) {
      throw new InputException(
          "a score by " + Options.word(heuristic) + " looks at one column, not at a model's",
          "--reference",
          "give it with surrogate-sgd or surrogate-sgd-rp");
    }
    if (config.scoresGains() && config.scoresPairs()) {
      throw new InputException(
          "what a column adds to a model is asked of the target, not of pairs of columns",
          "--reference",
          "leave out --pairs and --3mr");
    }
    if (!config.scoresGains() && config.order() > 1) {
      throw new InputException(
          "the reference model names the combinations to be ranked, and --order asks for all",
          "--reference",
          "leave one of them out, or score by surrogate-sgd");
    }
  }

  private static void requireTwoValues(Feature target, Column column, Rows rows, Table table) {
    if (target.codes().values() < 2) {
      throw oneValue(target.name(), column.text(rows.kept()[0]), rows.count(), table.name());
    }
  }

  /** The refusal of a target that says nothing. */
  static InputException oneValue(String target, String value, long rows, String table) {
    return new InputException(
        String.format(
            Locale.ROOT,
            "target '%s' has one value (%s) in all %,d rows",
            target,
            value.isEmpty() ? "missing" : "'" + value + "'",
            rows),
        table,
        "give a target with at least two values");
  }
}
