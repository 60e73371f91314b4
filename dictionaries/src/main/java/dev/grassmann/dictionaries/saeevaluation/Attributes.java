package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is known of rows: m attributes, each with a value in every row. Immutable. */
public final class Attributes {
  private final List<String> names;
  private final List<List<String>> values;
  private final int[][] codes;

  /**
   * @param values for each attribute what its values are called
   * @param codes for each attribute the value of every row
   */
  Attributes(List<String> names, List<List<String>> values, int[][] codes) {
    this.names = List.copyOf(names);
    this.values = values.stream().map(List::copyOf).toList();
    this.codes = Arrays.stream(codes).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * Columns of a table; each distinct number or text is a value.
   *
   * @param columns names of the attributes; empty for all columns
   * @throws InputException where a column is missing, has an empty cell or has one value only
   */
  public static Attributes of(Table table, List<String> columns) {
    List<String> chosen = columns.isEmpty() ? table.columnNames() : columns;
    List<List<String>> values = new ArrayList<>();
    int[][] codes = new int[chosen.size()][table.rows()];
    for (int a = 0; a < chosen.size(); a++) {
      Column.Categorical column = table.categorical(chosen.get(a));
      for (int row = 0; row < table.rows(); row++) {
        if (column.isMissing(row)) {
          throw new InputException(
              "row " + row + " has no " + chosen.get(a),
              table.name(),
              "fill the cell in, or leave the row out");
        }
        codes[a][row] = column.code(row);
      }
      List<String> seen = column.values();
      if (Arrays.stream(codes[a]).distinct().count() < 2) {
        throw new InputException(
            chosen.get(a) + " is constant",
            table.name(),
            "nothing to edit: leave it out of --attrs");
      }
      values.add(seen);
    }
    return new Attributes(chosen, values, codes);
  }

  public int rows() {
    return codes[0].length;
  }

  public int count() {
    return names.size();
  }

  public List<String> names() {
    return names;
  }

  /** What an attribute's values are called, in the order of their numbers. */
  public List<String> values(int attribute) {
    return values.get(attribute);
  }

  List<List<String>> allValues() {
    return values;
  }

  /** Value of an attribute in a row, a number from 0. */
  public int value(int attribute, int row) {
    return codes[attribute][row];
  }

  /** Number of the attribute of this name. */
  public int index(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new InputException(
          "there is no attribute '" + name + "'", "", "attributes are " + String.join(", ", names));
    }
    return at;
  }

  /** One attribute alone. */
  public Attributes only(int attribute) {
    return new Attributes(
        List.of(names.get(attribute)),
        List.of(values.get(attribute)),
        new int[][] {codes[attribute]});
  }

  /** Some rows, in this order; values keep their numbers. */
  public Attributes rows(int[] index) {
    int[][] chosen = new int[codes.length][index.length];
    for (int a = 0; a < codes.length; a++) {
      for (int i = 0; i < index.length; i++) {
        chosen[a][i] = codes[a][index[i]];
      }
    }
    return new Attributes(names, values, chosen);
  }

  /**
   * Pairs of attributes as attributes of their own, e.g. (S, Pos) with values {@code Ann ABB}.
   *
   * @param together numbers of the attributes that are joined
   */
  public Attributes joined(int... together) {
    String[] parts = new String[together.length];
    List<String> texts = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int[] joined = new int[rows()];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < together.length; i++) {
        parts[i] = values.get(together[i]).get(codes[together[i]][row]);
      }
      String text = String.join(" ", parts);
      joined[row] =
          numbers.computeIfAbsent(
              text,
              fresh -> {
                seen.add(fresh);
                return seen.size() - 1;
              });
    }
    for (int attribute : together) {
      texts.add(names.get(attribute));
    }
    return new Attributes(List.of(String.join(" ", texts)), List.of(seen), new int[][] {joined});
  }

  /** How many rows have each value. */
  int[] counts(int attribute) {
    int[] counts = new int[values.get(attribute).size()];
    for (int code : codes[attribute]) {
      counts[code]++;
    }
    return counts;
  }

  /** The same without values that no row has. */
  Attributes present() {
    List<List<String>> there = new ArrayList<>();
    for (int a = 0; a < count(); a++) {
      int[] counts = counts(a);
      List<String> all = values.get(a);
      there.add(
          IntStream.range(0, counts.length).filter(v -> counts[v] > 0).mapToObj(all::get).toList());
    }
    return numbered(names, there);
  }

  /**
   * The same attributes with the values' numbers of another fit.
   *
   * @throws InputException where a value is not among them
   */
  Attributes numbered(List<String> wantedNames, List<List<String>> wanted) {
    int[][] fresh = new int[wantedNames.size()][];
    for (int a = 0; a < wantedNames.size(); a++) {
      int own = index(wantedNames.get(a));
      int[] number = new int[values.get(own).size()];
      for (int v = 0; v < number.length; v++) {
        number[v] = wanted.get(a).indexOf(values.get(own).get(v));
      }
      fresh[a] = new int[rows()];
      for (int row = 0; row < rows(); row++) {
        fresh[a][row] = number[codes[own][row]];
        if (fresh[a][row] < 0) {
          throw uncoded(wantedNames.get(a), values.get(own).get(codes[own][row]));
        }
      }
    }
    return new Attributes(wantedNames, wanted, fresh);
  }

  static InputException uncoded(String attribute, String value) {
    return new InputException(
        attribute + " " + value + " has no code", "", "fit on rows that have this value");
  }

  /**
   * Two attributes that say something of each other.
   *
   * @param strength Cramér's V less what independence would give (Bergsma 2013), 0 to 1
   */
  public record Dependence(String first, String second, double strength) {}

  /** The pair that depends most; empty where there is one attribute. O(m² n). */
  public Optional<Dependence> strongestDependence() {
    Dependence strongest = null;
    for (int a = 0; a < count(); a++) {
      for (int b = a + 1; b < count(); b++) {
        double strength = cramer(a, b);
        if (strongest == null || strength > strongest.strength()) {
          strongest = new Dependence(names.get(a), names.get(b), strength);
        }
      }
    }
    return Optional.ofNullable(strongest);
  }

  private double cramer(int a, int b) {
    int[] first = counts(a);
    int[] second = counts(b);
    int[] both = new int[first.length * second.length];
    int n = rows();
    for (int row = 0; row < n; row++) {
      both[codes[a][row] * second.length + codes[b][row]]++;
    }
    double phi = -1; // chi² / n = sum of n_ij² / (n_i n_j) - 1
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        double count = both[i * second.length + j];
        phi += count == 0 ? 0 : count * count / ((double) first[i] * second[j]);
      }
    }
    double r = Arrays.stream(first).filter(c -> c > 0).count();
    double k = Arrays.stream(second).filter(c -> c > 0).count();
    double corrected = Math.max(0, phi - (r - 1) * (k - 1) / (n - 1));
    double least = Math.min(r - (r - 1) * (r - 1) / (n - 1), k - (k - 1) * (k - 1) / (n - 1)) - 1;
    return least > 0 ? Math.min(1, Math.sqrt(corrected / least)) : 0;
  }
}
