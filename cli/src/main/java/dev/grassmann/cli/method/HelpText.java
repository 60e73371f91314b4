package dev.grassmann.cli.method;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of a method's command: methods, options with defaults and bounds, examples. */
final class HelpText {
  private static final int WIDTH = 100;

  private final String command;
  private final CommandTexts.Text text;
  private final List<Method<?, ?, ?>> group;
  private final Method<?, ?, ?> chosen;
  private final StringBuilder help = new StringBuilder();

  HelpText(
      String command, CommandTexts.Text text, List<Method<?, ?, ?>> group, Method<?, ?, ?> chosen) {
    this.command = command;
    this.text = text;
    this.group = group;
    this.chosen = chosen;
  }

  String render(CommandSpec spec) {
    line("Usage: grassmann " + command + " [OPTIONS] " + Inputs.usage(chosen.input()));
    line("");
    if (!text.summary().isEmpty()) {
      wrapped("", text.summary() + ".");
      line("");
    }
    for (String about : Inputs.about(chosen.input())) {
      wrapped("  ", about);
    }
    methods();
    options();
    everyRun(spec);
    if (!text.examples().isEmpty()) {
      line("");
      line("Examples");
      text.examples().forEach(example -> line("  " + example));
    }
    return help.toString();
  }

  private void methods() {
    line("");
    line("Methods (--method)");
    int width = group.stream().mapToInt(m -> m.info().id().length()).max().orElse(0);
    for (Method<?, ?, ?> method : group) {
      MethodInfo info = method.info();
      String mark = method == group.get(0) ? " (default)" : "";
      row(info.id(), width, info.title() + ": " + info.summary() + mark);
    }
  }

  private void options() {
    List<Options.Entry> entries = Options.of(chosen.defaults());
    line("");
    MethodInfo info = chosen.info();
    wrapped("", "Options of " + info.id() + (info.paper().isEmpty() ? "" : ": " + info.paper()));
    if (entries.isEmpty()) {
      line("  none");
    }
    int width = entries.stream().mapToInt(e -> name(e).length()).max().orElse(0);
    for (Options.Entry entry : entries) {
      List<String> facts = new ArrayList<>();
      String value = MethodOptions.typed(entry);
      if (!value.isEmpty() && !value.equals("false")) {
        facts.add("default " + value);
      }
      if (entry.type().isEnum()) {
        facts.add("one of " + entry.bounds().replace("|", ", "));
      } else if (!entry.bounds().isEmpty()) {
        facts.add(entry.bounds());
      }
      String tail = facts.isEmpty() ? "" : " [" + String.join("; ", facts) + "]";
      row(name(entry), width, entry.about().help() + tail);
    }
  }

  private void everyRun(CommandSpec spec) {
    line("");
    line("Options of every run");
    List<OptionSpec> common =
        spec.options().stream()
            .filter(option -> Options.of(chosen.defaults()).stream().noneMatch(matches(option)))
            .filter(option -> !option.hidden())
            .toList();
    int width = common.stream().mapToInt(o -> name(o).length()).max().orElse(0);
    common.forEach(option -> row(name(option), width, String.join(" ", option.description())));
  }

  private static java.util.function.Predicate<Options.Entry> matches(OptionSpec option) {
    return entry -> option.longestName().equals("--" + entry.flag());
  }

  private static String name(Options.Entry entry) {
    String dashes =
        MethodOptions.isFlag(entry) && Boolean.TRUE.equals(entry.value()) ? "--[no-]" : "--";
    return (dashes + entry.flag() + " " + MethodOptions.label(entry)).strip();
  }

  private static String name(OptionSpec option) {
    String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return String.join(", ", option.names()) + label;
  }

  /** Name and description side by side; a long description goes on below itself. */
  private void row(String name, int width, String description) {
    int column = Math.min(width, 30) + 4;
    String first = "  " + name;
    if (first.length() + 2 > column) {
      line(first);
      wrapped(" ".repeat(column), description);
      return;
    }
    String indent = " ".repeat(column);
    List<String> lines = wrap(description, WIDTH - column);
    line(String.format(Locale.ROOT, "%-" + column + "s%s", first, lines.get(0)));
    lines.stream().skip(1).forEach(l -> line(indent + l));
  }

  private void wrapped(String indent, String words) {
    wrap(words, WIDTH - indent.length()).forEach(l -> line(indent + l));
  }

  private void line(String text) {
    help.append(text.stripTrailing()).append('\n');
  }

  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Number and name of the system that a method belongs to. */
  static String system(MethodInfo info) {
    return Systems.all().stream()
        .filter(system -> system.number() == info.system())
        .findFirst()
        .map(system -> String.format(Locale.ROOT, "%02d %s", system.number(), system.name()))
        .orElse("");
  }
}
