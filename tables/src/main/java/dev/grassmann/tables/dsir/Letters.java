package dev.grassmann.tables.dsir;

/** Which characters make words, and which have case. */
final class Letters {
  static final byte BLANK = 0;
  static final byte WORD = 1;
  static final byte MARK = 2;

  static final int CAPITAL_SIGMA = 0x3A3;
  static final int CAPITAL_I_DOT = 0x130;
  static final int DOT_ABOVE = 0x307;

  /** Bits of general categories, for {@link #isIgnorable}. */
  private static final int IGNORABLE =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.FORMAT
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.MODIFIER_SYMBOL;

  private Letters() {}

  /** Letters of any script, numbers of any kind and the underscore make words: Python's re. */
  static byte kind(int c) {
    if (c == '_') {
      return WORD;
    }
    switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER -> {
        return WORD;
      }
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
        return BLANK;
      }
      default -> {
        boolean control = c >= 0x09 && c <= 0x0D || c >= 0x1C && c <= 0x1F || c == 0x85;
        return control ? BLANK : MARK;
      }
    }
  }

  /**
   * As {@link #kind} by Unicode's own rule for word characters (UTS 18, annex C): alphabetic
   * characters, all marks, decimal digits, connectors and joiners; no superscripts or fractions.
   */
  static byte unicodeKind(int c) {
    if (Character.isAlphabetic(c) || c == 0x200C || c == 0x200D) {
      return WORD;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.CONNECTOR_PUNCTUATION ->
          WORD;
      default -> c >= 0x1C && c <= 0x1F || kind(c) != BLANK ? MARK : BLANK;
    };
  }

  /** Has case (Unicode property Cased), for the sigma at a word's end. */
  static boolean isCased(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** Is passed over when a sigma's neighbours are looked at (Unicode property Case_Ignorable). */
  static boolean isIgnorable(int c) {
    return switch (c) {
      case '\'',
          '.',
          ':',
          0xB7,
          0x387,
          0x55F,
          0x5F4,
          0x2018,
          0x2019,
          0x2024,
          0x2027,
          0xFE13,
          0xFE52,
          0xFE55,
          0xFF07,
          0xFF0E,
          0xFF1A ->
          true;
      default -> (1 << Character.getType(c) & IGNORABLE) != 0;
    };
  }
}
