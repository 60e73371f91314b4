package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rule of the Penn Treebank, as NLTK's {@code word_tokenize} refines it: marks stand alone,
 * quotes become {@code ``} and {@code ''}, and a contraction is two tokens ({@code ca n't}). A full
 * stop stands alone at the end of a sentence only; sentences are found by {@link Sentences}.
 *
 * <p>Each step of the rule puts blanks around what is a token of its own; the order of the steps is
 * part of the rule. Slower than {@link WordPunct} by far: it is a dozen passes over the text.
 */
final class Treebank implements Tokenizer {
  private record Step(Pattern find, String put) {
    static Step of(String find, String put) {
      return new Step(Pattern.compile(find, Pattern.UNICODE_CHARACTER_CLASS), put);
    }

    String in(String text) {
      return find.matcher(text).replaceAll(put);
    }
  }

  private static final String ALONE = " $0 ";

  /** Before a sentence is framed by blanks. */
  private static final List<Step> MARKS =
      List.of(
          // quotes that open
          Step.of("[«“‘„]|`+", ALONE),
          Step.of("^\"", "``"),
          Step.of("``", ALONE),
          Step.of("([ (\\[{<])(?:\"|'')", "$1 `` "),
          Step.of("'(?!re|ve|ll|[mtsdn])(?=\\w\\b)", "' "),
          // marks
          Step.of("([^.])(\\.)([\\])}>\"'»”’ ]*)\\s*$", "$1 $2 $3 "),
          Step.of("([:,])(\\D)", " $1 $2"),
          Step.of("[:,]$", ALONE),
          Step.of("\\.{2,}", ALONE),
          Step.of("[;@#$%&]", ALONE),
          Step.of("([^.])(\\.)([\\])}>\"']*)\\s*$", "$1 $2$3 "),
          Step.of("[?!]", ALONE),
          Step.of("([^'])' ", "$1 ' "),
          Step.of("\\*", ALONE),
          Step.of("[\\]\\[(){}<>]", ALONE),
          Step.of("--", ALONE));

  /** Afterwards. */
  private static final List<Step> WORDS =
      List.of(
          // quotes that close, and what follows an apostrophe
          Step.of("[»”’]", ALONE),
          Step.of("''", ALONE),
          Step.of("\"", " '' "),
          Step.of("\\s+", " "),
          Step.of("([^' ])('[smd]|') ", "$1 $2 "),
          Step.of("([^' ])('ll|'re|'ve|n't) ", "$1 $2 "),
          // words that have grown together
          Step.of("\\b(can)(not)\\b", " $1 $2 "),
          Step.of("\\b(d)('ye)\\b", " $1 $2 "),
          Step.of("\\b(gim)(me)\\b", " $1 $2 "),
          Step.of("\\b(gon)(na)\\b", " $1 $2 "),
          Step.of("\\b(got)(ta)\\b", " $1 $2 "),
          Step.of("\\b(lem)(me)\\b", " $1 $2 "),
          Step.of("\\b(more)('n)\\b", " $1 $2 "),
          Step.of("\\b(wan)(na)(?=\\s)", " $1 $2 "),
          Step.of(" ('t)(is|was)\\b", " $1 $2 "));

  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\x1c-\\x1f]+", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public void read(Slice text, Tokens tokens) {
    tokens.clear(0);
    String small =
        new String(text.array(), text.from(), text.length(), StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT);
    for (String sentence : Sentences.of(small)) {
      for (String token : BLANKS.split(apart(sentence))) {
        if (!token.isEmpty()) {
          tokens.add(token.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static String apart(String sentence) {
    String text = sentence;
    for (Step step : MARKS) {
      text = step.in(text);
    }
    text = " " + text + " ";
    for (Step step : WORDS) {
      text = step.in(text);
    }
    return text;
  }
}
