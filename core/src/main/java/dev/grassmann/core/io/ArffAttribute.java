package dev.grassmann.core.io;

import dev.grassmann.core.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * A declared column of an ARFF file.
 *
 * @param numeric whether its values are numbers
 * @param nominal the values allowed, in the order declared; empty for texts and numbers
 */
record ArffAttribute(String name, boolean numeric, Set<String> nominal) {

  /** Reads what follows {@code @attribute}. */
  static ArffAttribute parse(String text, Function<String, InputException> refusal) {
    StringBuilder name = new StringBuilder();
    int end = 0;
    if (text.startsWith("'") || text.startsWith("\"")) {
      end = ArffWords.quoted(text, 0, name, refusal);
    } else {
      while (end < text.length() && " \t{".indexOf(text.charAt(end)) < 0) {
        name.append(text.charAt(end++));
      }
    }
    String type = text.substring(end).strip();
    if (name.isEmpty() || type.isEmpty()) {
      throw refusal.apply("an attribute needs a name and a type: '" + text + "'");
    }
    if (type.startsWith("{")) {
      return new ArffAttribute(name.toString(), false, values(type, refusal));
    }
    String word = type.toLowerCase(Locale.ROOT).split("\\s", 2)[0];
    return switch (word) {
      case "numeric", "real", "integer" -> new ArffAttribute(name.toString(), true, Set.of());
      case "string", "date" -> new ArffAttribute(name.toString(), false, Set.of());
      default ->
          throw refusal.apply(
              "attributes of type '"
                  + word
                  + "' are not read, only numeric, nominal, string and date");
    };
  }

  private static Set<String> values(String type, Function<String, InputException> refusal) {
    if (!type.endsWith("}")) {
      throw refusal.apply("the values of a nominal attribute do not end with }");
    }
    Set<String> values = new LinkedHashSet<>();
    List<ArffWords.Word> words =
        ArffWords.split(type.substring(1, type.length() - 1).strip(), refusal);
    words.forEach(word -> values.add(word.text()));
    return values;
  }

  ColumnBuilder builder(int maxCategories) {
    return numeric ? NumberBuilder.ofDoubles() : new TextBuilder(maxCategories);
  }

  void put(
      ColumnBuilder builder,
      int slot,
      ArffWords.Word word,
      Function<String, InputException> refusal) {
    if (builder instanceof NumberBuilder numbers) {
      numbers.put(slot, word.isMissing() ? Double.NaN : number(word.text(), refusal));
      return;
    }
    boolean known = nominal.isEmpty() || word.isMissing() || nominal.contains(word.text());
    if (!known) {
      throw refusal.apply("'" + word.text() + "' is not among the values declared for " + name);
    }
    ((TextBuilder) builder).put(slot, word.isMissing() ? null : word.text());
  }

  /** The value that a sparse row leaves out. */
  void putDefault(ColumnBuilder builder, int slot) {
    if (builder instanceof NumberBuilder numbers) {
      numbers.put(slot, 0);
    } else {
      ((TextBuilder) builder).put(slot, nominal.stream().findFirst().orElse(null));
    }
  }

  private static double number(String text, Function<String, InputException> refusal) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refusal.apply("'" + text + "' is not a number");
    }
  }
}
