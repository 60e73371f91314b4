package dev.grassmann.cli.method;

import dev.grassmann.cli.Command;
import dev.grassmann.cli.Session;
import dev.grassmann.cli.TerminalProgress;
import dev.grassmann.core.Method;
import dev.grassmann.core.Result;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.run.RunRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command whose work is one method's, chosen by {@code --method}. */
public final class MethodCommand implements Command {
  private final String command;
  private final List<Method<?, ?, ?>> group;
  private final Method<?, ?, ?> method;
  private final CommandTexts.Text text;
  private final CommandSpec spec;

  private MethodCommand(
      String command, List<Method<?, ?, ?>> group, Method<?, ?, ?> method, CommandTexts.Text text) {
    this.command = command;
    this.group = group;
    this.method = method;
    this.text = text;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  /**
   * The command with the options of the method that was asked for.
   *
   * @param methodId value of {@code --method}, or null for the default
   * @throws dev.grassmann.core.InputException where the command has no such method
   */
  public static CommandSpec spec(
      MethodIndex index, CommandTexts texts, String command, String methodId) {
    if (SideBySide.isMeant(command, methodId)) {
      return SideBySide.spec(index, texts, command, methodId);
    }
    Method<?, ?, ?> method = index.method(command, methodId);
    MethodCommand made =
        new MethodCommand(command, index.methods(command), method, texts.of(command));
    made.describe();
    return made.spec;
  }

  private void describe() {
    spec.usageMessage().description(text.summary());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(Inputs.usage(method.input()))
            .build());
    MethodOptions.addTo(spec, method.defaults());
    spec.addOption(
        OptionSpec.builder("--method")
            .type(String.class)
            .arity("1")
            .paramLabel("ID")
            .description(
                (ranks()
                        ? "which method, or several with commas between; default "
                        : "which method; default ")
                    + group.get(0).info().id())
            .build());
    if (ranks()) {
      KeepOption.addTo(spec);
    }
    RunOptions.addTo(spec);
  }

  /** Whether its methods rank the columns of a table, and may be named several at once. */
  private boolean ranks() {
    return command.equals("rank");
  }

  /** The whole help of this command. */
  public String help() {
    return new HelpText(command, text, group, method).render(spec);
  }

  @Override
  public int run(Session session) {
    return run(method, session);
  }

  private <I, C extends Record, R extends Result> int run(Method<I, C, R> chosen, Session session) {
    ParseResult parsed = spec.commandLine().getParseResult();
    RunOptions options = RunOptions.of(parsed);
    C config = MethodOptions.read(parsed, chosen.defaults());
    Optional<KeepOption> keep = ranks() ? KeepOption.of(parsed) : Optional.empty();
    List<String> arguments = parsed.matchedPositionalValue(0, List.of());
    Inputs.Read read = Inputs.read(chosen.input(), arguments);
    String name = command.replace(' ', '-') + "-" + chosen.info().id();
    OutputFolder output = OutputFolder.choose(options, name);
    TerminalProgress progress = new TerminalProgress(session.terminal());
    try {
      RunFolder folder = output.open();
      Run run = options.run(session, progress, folder);
      Instant started = Instant.now();
      long start = System.nanoTime();
      R result = chosen.run(chosen.input().cast(read.value()), config, run);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.clear();
      RunRecord record =
          new RunRecord(chosen.info(), config, run, read.sources(), started, seconds);
      result.save(folder);
      String kept = "";
      if (keep.isPresent() && result instanceof FeatureRanking ranking) {
        Table table = (Table) read.value();
        kept = keep.get().write(chosen, config, table, ranking, read.files().get(0), folder);
      }
      ReportFacts.report(result, record).write(folder.file("report.html"));
      folder.writeJson("run.json", record.json()); // last: a folder that has it is whole
      print(session, options, result, run, folder.path(), kept);
      return 0;
    } finally {
      progress.clear();
      output.removeIfEmpty();
    }
  }

  /**
   * Says what came out.
   *
   * @param more a line about what else was written; may be empty
   */
  static void print(
      Session session, RunOptions options, Result result, Run run, Path folder, String more) {
    PrintWriter out = session.terminal().out();
    PrintWriter err = session.terminal().err();
    run.warnings().forEach(warning -> err.println("note: " + warning));
    if (options.json()) {
      out.println(Json.pretty(result.json()));
      return;
    }
    out.println(result.headline());
    out.println();
    out.println(result.text().stripTrailing());
    if (!options.quiet()) {
      err.println();
      if (!more.isEmpty()) {
        err.println(more);
      }
      err.println("Report: " + folder.resolve("report.html"));
    }
  }
}
