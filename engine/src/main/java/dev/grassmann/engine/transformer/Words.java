package dev.grassmann.engine.transformer;

import dev.grassmann.core.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and their numbers; 0 is the padding. */
public final class Words {
  private final List<String> words;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * @param words each once, without the padding; the first gets number 1
   */
  public Words(List<String> words) {
    this.words = List.copyOf(words);
    for (String word : words) {
      ids.put(word, ids.size() + 1);
    }
  }

  /** How many, the padding included. */
  public int count() {
    return words.size() + 1;
  }

  /** All, in the order of their numbers, without the padding. */
  public List<String> all() {
    return words;
  }

  /** The word of a number from 1. */
  public String word(int id) {
    return words.get(id - 1);
  }

  /**
   * Number of a word.
   *
   * @throws InputException where it is not among them
   */
  public int id(String word) {
    Integer id = ids.get(word);
    if (id == null) {
      throw new InputException(
          "the word '" + word + "' is not among the model's " + words.size(),
          "",
          "give texts of the words that the model was trained on");
    }
    return id;
  }

  /**
   * Texts as rows.
   *
   * @param length words a row
   * @throws InputException where a text is longer, or has a word that is not known
   */
  public WordRows rows(List<List<String>> texts, int length) {
    int[] rows = new int[Math.multiplyExact(texts.size(), length)];
    for (int row = 0; row < texts.size(); row++) {
      List<String> text = texts.get(row);
      if (text.size() > length) {
        throw new InputException(
            "text " + row + " has " + text.size() + " words",
            "",
            "the model takes up to " + length);
      }
      for (int i = 0; i < text.size(); i++) {
        rows[(row + 1) * length - text.size() + i] = id(text.get(i));
      }
    }
    return new WordRows(rows, texts.size(), length);
  }
}
