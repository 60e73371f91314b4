package dev.grassmann.cli.method;

import dev.grassmann.cli.Command;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.TerminalProgress;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.RankingComparison;
import dev.grassmann.core.result.RetentionCurve;
import dev.grassmann.core.run.Fingerprint;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.run.RunRecord;
import dev.grassmann.tables.retention.Retention;
import dev.grassmann.tables.retention.RetentionConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Several rankers on one table: {@code --method outrank,lasso}. Options go to every ranker that has
 * them. Where a model judges the best columns, the rankers see the rows that it learns from, and
 * not those that it is judged on.
 */
final class SideBySide implements Command {
  private final List<Method<?, ?, ?>> methods;
  private final CommandSpec spec;

  private SideBySide(List<Method<?, ?, ?>> methods) {
    this.methods = methods;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  /** Whether {@code --method} names several. */
  static boolean isMeant(String command, String methods) {
    return command.equals("rank") && methods != null && methods.contains(",");
  }

  /**
   * The command with the options of all methods named.
   *
   * @throws InputException where a method does not exist or is named twice
   */
  static CommandSpec spec(MethodIndex index, CommandTexts texts, String command, String names) {
    List<Method<?, ?, ?>> methods = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names.split(",", -1)) {
      if (!seen.add(name)) {
        throw new InputException("'" + name + "' is named twice", "--method", "name it once");
      }
      methods.add(index.method(command, name));
    }
    SideBySide made = new SideBySide(methods);
    made.spec.usageMessage().description(texts.of(command).summary());
    made.describe();
    return made.spec;
  }

  private void describe() {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(Inputs.usage(Table.class))
            .build());
    for (Method<?, ?, ?> method : methods) {
      MethodOptions.addMissingTo(spec, method.defaults());
    }
    MethodOptions.addMissingTo(spec, RetentionConfig.DEFAULTS);
    spec.addOption(
        OptionSpec.builder("--method")
            .type(String.class)
            .arity("1")
            .paramLabel("ID[,ID...]")
            .description("which methods")
            .build());
    KeepOption.addTo(spec);
    RunOptions.addTo(spec);
  }

  @Override
  public int run(Session session) {
    ParseResult parsed = spec.commandLine().getParseResult();
    RunOptions options = RunOptions.of(parsed);
    RetentionConfig retention = MethodOptions.read(parsed, RetentionConfig.DEFAULTS);
    Optional<KeepOption> keep = KeepOption.of(parsed);
    List<String> arguments = parsed.matchedPositionalValue(0, List.of());
    Inputs.Read read = Inputs.read(Table.class, arguments);
    OutputFolder output = OutputFolder.choose(options, "rank-side-by-side");
    TerminalProgress progress = new TerminalProgress(session.terminal());
    try {
      RunFolder folder = output.open();
      Run run = options.run(session, progress, folder);
      Instant started = Instant.now();
      long start = System.nanoTime();
      Table table = (Table) read.value();
      RankingComparison comparison = compare(table, parsed, retention, run, read.sources());
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.clear();
      comparison.save(folder);
      String kept = keep.map(k -> write(k, comparison, table, read, folder)).orElse("");
      List<String> names = methods.stream().map(method -> method.info().id()).toList();
      RunRecord record =
          new RunRecord(
              info(names),
              new SideBySideConfig(target(parsed), names, retention),
              run,
              read.sources(),
              started,
              seconds);
      ReportFacts.report(comparison, record).write(folder.file("report.html"));
      folder.writeJson("run.json", record.json());
      MethodCommand.print(session, options, comparison, run, folder.path(), kept);
      return 0;
    } finally {
      progress.clear();
      output.removeIfEmpty();
    }
  }

  private RankingComparison compare(
      Table table, ParseResult parsed, RetentionConfig config, Run run, List<Fingerprint> sources) {
    boolean judged = config.judge() != RetentionConfig.Judge.NONE;
    String target = target(parsed);
    Retention retention = judged ? new Retention(table, target, config, run) : null;
    Table seen = judged ? retention.training() : table;
    List<FeatureRanking> rankings = new ArrayList<>();
    for (Method<?, ?, ?> method : methods) {
      rankings.add(rank(method, seen, target, parsed, run, sources));
    }
    List<RetentionCurve> curves = judged ? retention.curves(rankings) : List.of();
    return new RankingComparison(rankings, curves, judged ? retention.measure() : "");
  }

  private static String target(ParseResult parsed) {
    return parsed.matchedOptionValue("--target", "label");
  }

  /**
   * One ranking, in a folder of its own. A method that can do without a target leaves out the
   * others', or it would rank the answer among the questions.
   */
  private static <I, C extends Record> FeatureRanking rank(
      Method<I, C, ?> method,
      Table table,
      String target,
      ParseResult parsed,
      Run run,
      List<Fingerprint> sources) {
    C config = Options.with(MethodOptions.read(parsed, method.defaults()), "target", target);
    RunFolder folder = RunFolder.at(run.folder().orElseThrow().file(method.info().id()));
    Run inner = run.but().folder(folder).build();
    Instant started = Instant.now();
    long start = System.nanoTime();
    FeatureRanking ranking = (FeatureRanking) method.run(method.input().cast(table), config, inner);
    double seconds = (System.nanoTime() - start) / 1e9;
    inner.warnings().forEach(warning -> run.warn(method.info().id() + ": " + warning));
    ranking.save(folder);
    RunRecord record = new RunRecord(method.info(), config, inner, sources, started, seconds);
    ReportFacts.report(ranking, record).write(folder.file("report.html"));
    folder.writeJson("run.json", record.json());
    return ranking;
  }

  /** By the mean of the ranks. */
  private static String write(
      KeepOption keep,
      RankingComparison comparison,
      Table table,
      Inputs.Read read,
      RunFolder folder) {
    FeatureRanking first = comparison.rankings().get(0);
    List<RankingComparison.Mean> means = comparison.meanRanks();
    List<FeatureScore> scores =
        means.stream()
            .map(mean -> FeatureScore.of(mean.feature(), means.size() - mean.rank()))
            .toList();
    FeatureRanking mean =
        new FeatureRanking(
            "mean rank", "mean rank", "", first.target(), first.table(), first.rows(), scores);
    return keep.write(null, null, table, mean, read.files().get(0), folder);
  }

  /** Called as the user would call it again. */
  private static MethodInfo info(List<String> names) {
    return new MethodInfo(
        MethodInfo.NO_SYSTEM,
        String.join(",", names),
        "rank",
        "Rankings side by side",
        "",
        "several rankings of one table, their agreement, and what the best columns are worth",
        false);
  }
}
