package dev.grassmann.tables.dsir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts English text in small letters into sentences: behind a word that ends with a full stop, a
 * question mark or an exclamation mark, unless the word is an abbreviation. NLTK asks a table that
 * was trained on newspapers; this asks a short list.
 */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          // titles and names
          ("adm bros capt col dr gen gov hon jr lt maj messrs mr mrs ms prof rep reps rev sen sgt sr"
                  // months, days, years
                  + " jan feb mar apr aug sep sept oct nov dec mon tues wed thurs fri sat yr"
                  // companies, streets
                  + " ave cie co corp cos inc ltd st chg"
                  // states
                  + " ala ariz calif colo conn fla ga ill ind kan ky mass mich minn miss okla ore pa"
                  + " tenn va vt wash wis"
                  // others
                  + " ct ft mg vs sw")
              .split(" "));

  private static final String CLOSING = "\"')]}»”’";
  private static final String OPENING = "\"'([{«“‘";

  private Sentences() {}

  /** The sentences, without the blanks between them. */
  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int word = 0; // where the present word starts
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || isBlank(text.charAt(i));
      if (!blank) {
        continue;
      }
      if (i > word && (i == text.length() || ends(text, word, i))) {
        sentences.add(text.substring(start, i));
        start = i + 1;
      }
      word = i + 1;
    }
    if (start < text.length()) {
      sentences.add(text.substring(start));
    }
    return sentences.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** Whether the word in {@code [from, to)} ends a sentence. */
  private static boolean ends(String text, int from, int to) {
    int end = to;
    while (end > from && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == from) {
      return false;
    }
    char last = text.charAt(end - 1);
    if (last == '?' || last == '!') {
      return true;
    }
    if (last != '.') {
      return false;
    }
    int begin = from;
    while (begin < end - 1 && OPENING.indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    String stem = text.substring(begin, end - 1);
    return !stem.endsWith(".") && !isAbbreviation(stem);
  }

  /** A word of the list, one letter, or single letters with full stops between. */
  private static boolean isAbbreviation(String stem) {
    if (ABBREVIATIONS.contains(stem)) {
      return true;
    }
    for (int i = 0; i < stem.length(); i++) {
      boolean letter = Character.isLetter(stem.charAt(i));
      if (i % 2 == 0 ? !letter : stem.charAt(i) != '.') {
        return false;
      }
    }
    return stem.length() % 2 == 1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
