package dev.grassmann.tables.outrank;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.FeatureScore.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A column of several values a row ({@code a-b-c} or {@code a,b,c}), split into one a value. */
final class MultiValues {
  private MultiValues() {}

  static List<Source> of(Column column, List<String> missing) {
    Set<String> values = new TreeSet<>();
    for (int row = 0; row < column.rows(); row++) {
      values.addAll(parts(column, row));
    }
    values.removeAll(new HashSet<>(missing));
    List<Source> sources = new ArrayList<>();
    for (String value : values) {
      String name = column.name() + " has " + value;
      sources.add(new Source(name, Role.DERIVED, 0, () -> flag(column, value, name)));
    }
    return sources;
  }

  /** 1 where the row has the value; elsewhere empty, which coverage counts as missing. */
  private static Column flag(Column column, String value, String name) {
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = parts(column, row).contains(value) ? 1 : 0;
    }
    return new Column.Categorical(name, codes, List.of("", "1"), -1);
  }

  private static List<String> parts(Column column, int row) {
    return Arrays.asList(column.text(row).split("[-,]", -1));
  }
}
