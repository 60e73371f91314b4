package dev.grassmann.tables.dsir;

import dev.grassmann.core.data.Slice;

/** Lower-cases a text and cuts it into tokens. One instance belongs to one thread. */
sealed interface Tokenizer permits WordPunct, Treebank {
  /**
   * Replaces what is in {@code tokens} by the tokens of a text.
   *
   * @param text valid UTF-8
   */
  void read(Slice text, Tokens tokens);
}
