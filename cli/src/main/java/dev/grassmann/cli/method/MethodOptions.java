package dev.grassmann.cli.method;

import dev.grassmann.core.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A config's options as picocli's, and back. All values are text until {@link Options} reads them.
 */
final class MethodOptions {
  private MethodOptions() {}

  static void addTo(CommandSpec spec, Record defaults) {
    for (Options.Entry entry : Options.of(defaults)) {
      if (spec.findOption("--" + entry.flag()) != null) {
        throw new IllegalStateException("two options --" + entry.flag() + " in " + spec.name());
      }
    }
    addMissingTo(spec, defaults);
  }

  /** Those that the command does not have yet: methods side by side share options of one name. */
  static void addMissingTo(CommandSpec spec, Record defaults) {
    for (Options.Entry entry : Options.of(defaults)) {
      if (spec.findOption("--" + entry.flag()) != null) {
        continue;
      }
      boolean flag = isFlag(entry);
      OptionSpec.Builder option =
          OptionSpec.builder("--" + entry.flag())
              .type(flag ? Boolean.class : String.class)
              .arity(flag ? "0" : "1")
              .paramLabel(label(entry))
              .description(entry.about().help());
      spec.addOption(option.build());
      if (flag) {
        spec.addOption(
            OptionSpec.builder("--no-" + entry.flag())
                .type(Boolean.class)
                .arity("0")
                .hidden(true)
                .build());
      }
    }
  }

  /**
   * The config with what the user gave, within bounds.
   *
   * @throws dev.grassmann.core.InputException where a value cannot be read or is out of bounds
   */
  static <C extends Record> C read(ParseResult parsed, C defaults) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Options.Entry entry : Options.of(defaults)) {
      String name = "--" + entry.flag();
      if (isFlag(entry) && parsed.hasMatchedOption("--no-" + entry.flag())) {
        given.put(entry.name(), "false");
      } else if (parsed.hasMatchedOption(name)) {
        Object value = parsed.matchedOptionValue(name, (Object) null);
        given.put(entry.name(), String.valueOf(value));
      }
    }
    return Options.check(Options.with(defaults, given));
  }

  /** What stands for the value in help, e.g. {@code N}; empty for a flag. */
  static String label(Options.Entry entry) {
    if (isFlag(entry)) {
      return "";
    }
    Class<?> type = entry.type();
    String single =
        type == String.class
            ? "TEXT"
            : type.isEnum() ? "WORD" : type == double.class || type == Double.class ? "X" : "N";
    return entry.list() ? single + "[," + single + "...]" : single;
  }

  /** The default as one would type it; empty for an empty text or list. */
  static String typed(Options.Entry entry) {
    Object value = entry.value();
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(MethodOptions::typed).toList());
    }
    return typed(value);
  }

  private static String typed(Object value) {
    if (value instanceof Enum<?> word) {
      return Options.word(word);
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.format(Locale.ROOT, "%d", number.longValue());
    }
    return String.valueOf(value);
  }

  static boolean isFlag(Options.Entry entry) {
    return entry.type() == boolean.class && !entry.list();
  }
}
