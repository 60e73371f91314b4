package dev.grassmann.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of the arguments before they can be parsed: which command, and which of its
 * methods, since a command's options are those of the method that was chosen.
 *
 * @param words the arguments, with the verb put in where a noun has only one
 * @param command noun and verb, or empty where none was recognised
 * @param method value of {@code --method}, or null
 */
record Arguments(List<String> words, String command, String method) {

  static Arguments scan(String[] args, List<String> commands) {
    List<String> words = new ArrayList<>(List.of(args));
    String command = command(words, commands);
    return new Arguments(List.copyOf(words), command, method(words));
  }

  private static String command(List<String> words, List<String> commands) {
    if (words.isEmpty()) {
      return "";
    }
    String noun = words.get(0);
    if (words.size() > 1 && commands.contains(noun + " " + words.get(1))) {
      return noun + " " + words.get(1);
    }
    if (commands.contains(noun)) {
      return noun; // a noun may be a command itself, with verbs for its steps
    }
    List<String> verbs = commands.stream().filter(c -> c.startsWith(noun + " ")).toList();
    if (verbs.size() == 1) {
      words.add(1, verbs.get(0).substring(noun.length() + 1));
      return verbs.get(0);
    }
    return "";
  }

  private static String method(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        return null;
      }
      if (word.startsWith("--method=")) {
        return word.substring("--method=".length());
      }
      if (word.equals("--method") && i + 1 < words.size()) {
        return words.get(i + 1);
      }
    }
    return null;
  }
}
