package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureScore.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finer features of two columns. {@code A->B}: one a value of B, which has A's value where B has
 * that value and is missing elsewhere. {@code A<->B}: one a pair of values, which is 1 where both
 * are there and 0 elsewhere.
 */
final class SubFeatures {
  /** A slip of the pen can ask for billions of columns. */
  private static final int MOST = 10_000;

  private SubFeatures() {}

  static List<Source> of(String mapping, Table table) {
    boolean both = mapping.contains("<->");
    String[] names = mapping.split(both ? "<->" : "->", -1);
    if (names.length != 2) {
      throw new InputException(
          "'" + mapping + "' names no two columns",
          "--subfeatures",
          "write A->B for a feature a value of B, or A<->B for one a pair of values");
    }
    Column.Categorical a = table.categorical(names[0].strip());
    Column.Categorical b = table.categorical(names[1].strip());
    long count = both ? (long) a.values().size() * b.values().size() : b.values().size();
    if (count > MOST) {
      throw new InputException(
          String.format(Locale.ROOT, "'%s' would make %,d columns", mapping, count),
          "--subfeatures",
          String.format(Locale.ROOT, "at most %,d can be made of a pair", MOST));
    }
    return both ? pairs(a, b) : values(a, b);
  }

  private static List<Source> values(Column.Categorical a, Column.Categorical b) {
    List<Source> sources = new ArrayList<>();
    for (int value = 0; value < b.values().size(); value++) {
      int wanted = value;
      String name = a.name() + " where " + b.name() + "=" + b.values().get(value);
      sources.add(new Source(name, Role.DERIVED, 0, () -> where(name, a, b, wanted)));
    }
    return sources;
  }

  private static Column where(String name, Column.Categorical a, Column.Categorical b, int wanted) {
    int none = a.values().size();
    int[] codes = new int[a.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = b.code(row) == wanted ? a.code(row) : none;
    }
    List<String> texts = new ArrayList<>(a.values());
    texts.add("");
    return new Column.Categorical(name, codes, texts, none);
  }

  private static List<Source> pairs(Column.Categorical a, Column.Categorical b) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < a.values().size(); i++) {
      for (int j = 0; j < b.values().size(); j++) {
        int first = i;
        int second = j;
        String name =
            a.name() + "=" + a.values().get(i) + " and " + b.name() + "=" + b.values().get(j);
        sources.add(new Source(name, Role.DERIVED, 0, () -> both(name, a, first, b, second)));
      }
    }
    return sources;
  }

  private static Column both(
      String name, Column.Categorical a, int first, Column.Categorical b, int second) {
    int[] codes = new int[a.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = a.code(row) == first && b.code(row) == second ? 1 : 0;
    }
    return new Column.Categorical(name, codes, List.of("0", "1"), -1);
  }
}
