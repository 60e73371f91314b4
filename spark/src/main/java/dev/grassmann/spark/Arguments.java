package dev.grassmann.spark;

import dev.grassmann.core.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a command: its verb, one input, and options as {@code --name value} or {@code
 * --flag}.
 *
 * @param verb what to do
 * @param input file, folder or table
 * @param options names without dashes; a flag has the value {@code true}
 */
record Arguments(String verb, String input, Map<String, String> options) {
  static final String VERBS = "rank, sample";

  /**
   * @throws InputException where there is no verb, not one input, or an option comes twice
   */
  static Arguments of(String... words) {
    if (words.length == 0) {
      throw new InputException("no command was given", "", "the commands are: " + VERBS);
    }
    String input = null;
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      if (!words[i].startsWith("--")) {
        if (input != null) {
          throw new InputException("one input is needed, there is a second", words[i], "give one");
        }
        input = words[i];
        continue;
      }
      boolean valued = i + 1 < words.length && !words[i + 1].startsWith("--");
      if (options.put(words[i].substring(2), valued ? words[i + 1] : "true") != null) {
        throw new InputException("was given twice", words[i], "give it once");
      }
      i += valued ? 1 : 0;
    }
    if (input == null) {
      throw new InputException("no input was named", words[0], "give a file, folder or table");
    }
    return new Arguments(words[0], input, options);
  }

  /** Takes an option out. */
  Optional<String> take(String name) {
    return Optional.ofNullable(options.remove(name));
  }

  /** Takes out a whole number. */
  long whole(String name, long otherwise) {
    String text = take(name).orElse(Long.toString(otherwise));
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InputException("'" + text + "' is no whole number", "--" + name, "give one", e);
    }
  }

  /** Takes out what is true or false. */
  boolean flag(String name, boolean otherwise) {
    String text = take(name).orElse(Boolean.toString(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      throw new InputException(
          "'" + text + "' is neither true nor false", "--" + name, "give one of them");
    }
    return text.equals("true");
  }

  /** The last part of the input's path. */
  String inputName() {
    return input.replaceAll("/+$", "").replaceAll(".*/", "");
  }
}
