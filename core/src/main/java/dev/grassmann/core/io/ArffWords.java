package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a line of an ARFF file at its commas, minding quotes and backslashes. */
final class ArffWords {
  private ArffWords() {}

  /**
   * A value.
   *
   * @param text without its quotes
   * @param quoted whether it stood in quotes: a quoted question mark is a text, not missing
   */
  record Word(String text, boolean quoted) {
    boolean isMissing() {
      return !quoted && text.equals("?");
    }
  }

  static List<Word> split(String text, Function<String, InputException> refusal) {
    List<Word> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ',') {
        words.add(new Word(quoted ? word.toString() : word.toString().strip(), quoted));
        word.setLength(0);
        quoted = false;
        i++;
      } else if ((c == '\'' || c == '"') && !quoted && startsValue(word)) {
        i = quoted(text, i, word, refusal);
        quoted = true;
      } else {
        boolean blank = Character.isWhitespace(c);
        if (!blank || (!quoted && !word.isEmpty())) {
          word.append(c);
        }
        i++;
      }
    }
    words.add(new Word(quoted ? word.toString() : word.toString().strip(), quoted));
    return words;
  }

  /** A quote opens a value at its beginning, and after the index of a sparse one. */
  private static boolean startsValue(StringBuilder word) {
    return word.isEmpty() || word.charAt(word.length() - 1) == ' ';
  }

  /**
   * Appends what stands between the quote at {@code from} and the one that closes it.
   *
   * @return the position behind the closing quote
   */
  static int quoted(
      String text, int from, StringBuilder word, Function<String, InputException> refusal) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\\' && i + 1 < text.length()) {
        c = text.charAt(++i);
      }
      word.append(c);
    }
    throw refusal.apply("a quote is never closed");
  }
}
