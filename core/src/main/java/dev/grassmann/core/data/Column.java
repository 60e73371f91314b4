package dev.grassmann.core.data;

import java.util.Arrays;
import java.util.List;

/** A named column of a {@link Table}: categorical, numeric or text. */
public sealed interface Column permits Column.Categorical, Column.Numeric, Column.Text {
  String name();

  int rows();

  /** The value of a row as text; empty for a missing value. */
  String text(int row);

  /** Whether the value of a row is missing. */
  boolean isMissing(int row);

  /** The same column of some rows, in this order. */
  Column pick(int[] rows);

  /** A column of few distinct values, as dictionary and codes. */
  final class Categorical implements Column {
    private final String name;
    private final int[] codes;
    private final List<String> values;
    private final int missing;

    /**
     * @param codes one code a row, 0 to {@code values.size() - 1}; owned by the column from now on
     * @param values the distinct values, in code order; where a value is missing it has a code of
     *     its own like any other
     * @param missing code of the missing value, or -1 where nothing is missing
     */
    public Categorical(String name, int[] codes, List<String> values, int missing) {
      this.name = name;
      this.codes = codes;
      this.values = List.copyOf(values);
      this.missing = missing;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int rows() {
      return codes.length;
    }

    /** Code of a row. */
    public int code(int row) {
      return codes[row];
    }

    /** Fills {@code target[0 .. count)} with the codes of rows {@code from}, ... */
    public void copyCodes(int from, int count, int[] target) {
      System.arraycopy(codes, from, target, 0, count);
    }

    /** The distinct values, in code order. */
    public List<String> values() {
      return values;
    }

    /** Code of the missing value, or -1. */
    public int missingCode() {
      return missing;
    }

    @Override
    public String text(int row) {
      return isMissing(row) ? "" : values.get(codes[row]);
    }

    @Override
    public Categorical pick(int[] rows) {
      int[] picked = new int[rows.length];
      Arrays.setAll(picked, i -> codes[rows[i]]);
      return new Categorical(name, picked, values, missing);
    }

    @Override
    public boolean isMissing(int row) {
      return codes[row] == missing;
    }
  }

  /** A column of numbers; NaN is a missing value. */
  final class Numeric implements Column {
    /** Among ints, a missing value. */
    private static final int MISSING = Integer.MIN_VALUE;

    private final String name;
    private final double[] numbers; // or, at half the memory:
    private final int[] ints;
    private final boolean whole;

    /**
     * @param numbers owned by the column from now on
     * @param whole whether the source holds whole numbers, so that they print without a point
     */
    public Numeric(String name, double[] numbers, boolean whole) {
      this(name, numbers, null, whole);
    }

    private Numeric(String name, double[] numbers, int[] ints, boolean whole) {
      this.name = name;
      this.numbers = numbers;
      this.ints = ints;
      this.whole = whole;
    }

    /**
     * A column of whole numbers.
     *
     * @param ints owned by the column from now on; the smallest int is a missing value
     */
    public static Numeric ofWhole(String name, int[] ints) {
      return new Numeric(name, null, ints, true);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int rows() {
      return ints == null ? numbers.length : ints.length;
    }

    /** The number of a row, NaN where missing. */
    public double number(int row) {
      if (ints == null) {
        return numbers[row];
      }
      return ints[row] == MISSING ? Double.NaN : ints[row];
    }

    public boolean isWhole() {
      return whole;
    }

    /** A copy of all numbers. */
    public double[] toArray() {
      if (ints == null) {
        return numbers.clone();
      }
      double[] all = new double[ints.length];
      Arrays.setAll(all, this::number);
      return all;
    }

    @Override
    public String text(int row) {
      if (isMissing(row)) {
        return "";
      }
      double number = number(row);
      return whole ? Long.toString((long) number) : Double.toString(number);
    }

    @Override
    public Numeric pick(int[] rows) {
      if (ints != null) {
        int[] picked = new int[rows.length];
        Arrays.setAll(picked, i -> ints[rows[i]]);
        return ofWhole(name, picked);
      }
      double[] picked = new double[rows.length];
      Arrays.setAll(picked, i -> numbers[rows[i]]);
      return new Numeric(name, picked, whole);
    }

    @Override
    public boolean isMissing(int row) {
      return ints == null ? Double.isNaN(numbers[row]) : ints[row] == MISSING;
    }
  }

  /** A column of free text; null is a missing value. */
  final class Text implements Column {
    private final String name;
    private final String[] texts;

    /**
     * @param texts owned by the column from now on
     */
    public Text(String name, String[] texts) {
      this.name = name;
      this.texts = texts;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int rows() {
      return texts.length;
    }

    @Override
    public String text(int row) {
      return isMissing(row) ? "" : texts[row];
    }

    @Override
    public Text pick(int[] rows) {
      String[] picked = new String[rows.length];
      Arrays.setAll(picked, i -> texts[rows[i]]);
      return new Text(name, picked);
    }

    @Override
    public boolean isMissing(int row) {
      return texts[row] == null;
    }
  }
}
