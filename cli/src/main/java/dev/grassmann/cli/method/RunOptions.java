package dev.grassmann.cli.method;

import dev.grassmann.cli.Session;
import dev.grassmann.cli.TerminalProgress;
import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that every method's command has.
 *
 * @param out the run's folder, or null for a new one below {@code runs}
 * @param seed start of every random choice
 * @param threads processors to use
 * @param device {@code cpu} or {@code cuda}
 * @param json whether standard output is for a program
 * @param quiet whether only refusals go to standard error
 * @param resume whether a training goes on from its last checkpoint in {@code out}
 */
record RunOptions(
    Path out, long seed, int threads, String device, boolean json, boolean quiet, boolean resume) {

  static void addTo(CommandSpec spec) {
    spec.addOption(valued("--out", "DIR", Path.class, "folder of the run; default runs/TIME-NAME"));
    spec.addOption(valued("--seed", "N", Long.class, "start of every random choice; default 0"));
    spec.addOption(
        valued("--threads", "N", Integer.class, "processors to use; default all of them"));
    spec.addOption(valued("--device", "NAME", String.class, "cpu or cuda; default cpu"));
    spec.addOption(flag("--json", "print the result as JSON on standard output, nothing else"));
    spec.addOption(flag("--quiet", "no progress"));
    spec.addOption(flag("--resume", "go on from the last checkpoint in --out"));
  }

  static RunOptions of(ParseResult parsed) {
    RunOptions options =
        new RunOptions(
            parsed.matchedOptionValue("--out", null),
            parsed.matchedOptionValue("--seed", 0L),
            parsed.matchedOptionValue("--threads", Runtime.getRuntime().availableProcessors()),
            parsed.matchedOptionValue("--device", "cpu"),
            parsed.hasMatchedOption("--json"),
            parsed.hasMatchedOption("--quiet"),
            parsed.hasMatchedOption("--resume"));
    if (options.resume && options.out == null) {
      throw new InputException(
          "there is nothing to resume", "--resume", "give the folder of the earlier run as --out");
    }
    if (options.device.equals("cuda")) {
      Device.of(options.device); // refused at once, and for methods too that need no device
    }
    return options;
  }

  /** What a method is told: these options, who watches, who may stop it, and where files go. */
  Run run(Session session, TerminalProgress progress, RunFolder folder) {
    return Run.builder()
        .seed(seed)
        .threads(threads)
        .device(device)
        .progress(quiet ? (stage, done, total) -> {} : progress)
        .cancelled(session.interrupt()::asked)
        .folder(folder)
        .resume(resume)
        .build();
  }

  private static OptionSpec valued(String name, String label, Class<?> type, String help) {
    return OptionSpec.builder(name)
        .type(type)
        .arity("1")
        .paramLabel(label)
        .description(help)
        .build();
  }

  private static OptionSpec flag(String name, String help) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(help).build();
  }
}
