package dev.grassmann.cli;

import dev.grassmann.cli.method.CommandTexts;
import dev.grassmann.cli.method.MethodCommand;
import dev.grassmann.cli.method.MethodIndex;
import dev.grassmann.core.run.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command as picocli's, in full only for the one that was called. */
final class CommandTree {
  private final MethodIndex methods;
  private final CommandTexts texts;

  CommandTree(MethodIndex methods, CommandTexts texts) {
    this.methods = methods;
    this.texts = texts;
  }

  /**
   * The tree for these arguments.
   *
   * @throws dev.grassmann.core.InputException where {@code --method} names none of the command's
   */
  CommandLine build(Arguments arguments, Terminal terminal) {
    Ansi ansi = terminal.colours() ? Ansi.ON : Ansi.OFF;
    CommandSpec root = CommandSpec.create().name("grassmann");
    root.version("grassmann " + Machine.grassmannVersion());
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("print the version")
            .build());
    Map<String, CommandSpec> nouns = new TreeMap<>();
    for (String command : methods.commands()) {
      addMethods(nouns, command, arguments);
    }
    for (Command extra : ServiceLoader.load(Command.class)) {
      CommandSpec spec = CommandSpec.forAnnotatedObject(extra);
      nouns.put(spec.name(), spec);
    }
    nouns.forEach(root::addSubcommand);
    addHelp(root);
    CommandLine line = new CommandLine(root);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    line.setUsageHelpWidth(100);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    return line;
  }

  private void addMethods(Map<String, CommandSpec> nouns, String command, Arguments arguments) {
    String[] words = command.split(" ", 2);
    CommandSpec spec =
        command.equals(arguments.command())
            ? MethodCommand.spec(methods, texts, command, arguments.method())
            : stub(command);
    if (words.length == 1) {
      nouns.put(command, spec.name(command));
    } else {
      nouns
          .computeIfAbsent(words[0], noun -> stub(noun).name(noun))
          .addSubcommand(words[1], spec.name(words[1]));
    }
  }

  private CommandSpec stub(String command) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(texts.of(command).summary());
    return spec;
  }

  private static void addHelp(CommandSpec spec) {
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("print this help")
              .build());
    }
    List<CommandLine> below = new ArrayList<>(spec.subcommands().values());
    below.forEach(sub -> addHelp(sub.getCommandSpec()));
  }
}
