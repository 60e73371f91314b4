package dev.grassmann.cli.method;

import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Fingerprint;
import dev.grassmann.core.run.Machine;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The report of a run: what the result says of itself, and how it was made. */
final class ReportFacts {
  private ReportFacts() {}

  static Report report(Result result, RunRecord record) {
    Report report = new Report(record.method().title()).answer(result.headline());
    result.describe(report);
    MethodInfo method = record.method();
    report.made("Method", method.title() + (method.paper().isEmpty() ? "" : ": " + method.paper()));
    report.made("Command", "grassmann " + method.command() + " --method " + method.id());
    String system = HelpText.system(method);
    if (!system.isEmpty()) {
      report.made("System", system);
    }
    for (Fingerprint source : record.inputs()) {
      String size = String.format(Locale.ROOT, "%,d bytes", source.bytes());
      report.made(
          "Input", source.path() + " (" + size + ", " + source.kind() + " " + source.hash() + ")");
    }
    for (Options.Entry option : Options.of(record.config())) {
      String value = MethodOptions.typed(option);
      String unit = option.about().unit().isEmpty() ? "" : " " + option.about().unit();
      report.made("--" + option.flag(), value.isEmpty() ? "(empty)" : value + unit);
    }
    Run run = record.run();
    report.made("Seed", Long.toString(run.seed()));
    report.made("Threads, device", run.threads() + ", " + run.device());
    Machine machine = Machine.here();
    report.made("Grassmann", Machine.grassmannVersion());
    report.made("Java", machine.java());
    report.made("Machine", machine.cpu() + ", " + machine.cores() + " cores, " + machine.os());
    report.made("Started", record.started().truncatedTo(ChronoUnit.SECONDS).toString());
    report.made("Wall time", String.format(Locale.ROOT, "%.2f s", record.seconds()));
    report.made(
        "Peak memory", String.format(Locale.ROOT, "%,d MiB", Machine.peakMemoryBytes() >> 20));
    for (String warning : run.warnings()) {
      report.made("Note", warning);
    }
    return report;
  }
}
