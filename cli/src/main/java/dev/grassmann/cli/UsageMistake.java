package dev.grassmann.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line that picocli could not parse, in one line or two. */
final class UsageMistake {
  private UsageMistake() {}

  static String message(ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    String name = line.getCommandSpec().qualifiedName(" ");
    String hint = "see '" + name + " --help'";
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = word.startsWith("-");
      String what = option ? "there is no option '" : "there is no command '";
      if (!option && line.getSubcommands().isEmpty()) {
        return name + ": '" + word + "' is one argument too many; " + hint;
      }
      String asked = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      Optional<String> meant = Similar.to(asked, option ? options(line) : commands(line));
      return name
          + ": "
          + what
          + asked
          + "'; "
          + meant.map(m -> "did you mean '" + m + "'? ").orElse("")
          + hint;
    }
    if (mistake instanceof MissingParameterException missing
        && missing.getMissing().size() == 1
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return name + ": " + option.longestName() + " needs a value; " + hint;
    }
    String text = mistake.getMessage();
    return name
        + ": "
        + text.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
        + text.substring(1)
        + "; "
        + hint;
  }

  private static List<String> options(CommandLine line) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      names.add(option.longestName());
    }
    return names;
  }

  private static List<String> commands(CommandLine line) {
    return List.copyOf(line.getSubcommands().keySet());
  }
}
