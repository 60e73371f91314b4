package dev.grassmann.tables.screening;

/**
 * Scores columns against one variable, leaving out rows where either is missing. Free of input and
 * output; one object a thread, as the measure keeps arrays.
 */
final class Pairwise {
  private final Measure measure;
  private final Measure line;
  private final Variable against;
  private final Numbers whole;
  private final boolean complete;

  Pairwise(Measure measure, Variable against) {
    this.measure = measure;
    this.line = measure instanceof PearsonMeasure ? measure : new PearsonMeasure();
    this.against = against;
    boolean all = true;
    for (int row = 0; row < against.rows() && all; row++) {
      all = !against.isMissing(row);
    }
    complete = all;
    whole = all && against instanceof Variable.Quantity q ? Numbers.of(q.values()) : null;
  }

  /**
   * @param score 0 where the column, or the target beside it, has one value
   * @param line size of the correlation, which sees a line only
   * @param rows that both have
   * @param constant whether either has one value in those rows
   */
  record Score(double score, double line, int rows, boolean constant) {}

  int rows() {
    return against.rows();
  }

  Score of(Variable x) {
    int[] rows = new int[x.rows()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!x.isMissing(row) && (complete || !against.isMissing(row))) {
        rows[count++] = row;
      }
    }
    Side one = side(x, rows, count, null);
    Side other = side(against, rows, count, complete ? whole : null);
    if (count < 2 || one.isConstant() || other.isConstant()) {
      return new Score(0, 0, count, true);
    }
    double score = score(measure, one, other);
    return new Score(score, line == measure ? score : score(line, one, other), count, false);
  }

  private static double score(Measure by, Side x, Side y) {
    if (x.numbers != null && y.numbers != null) {
      return by.ofNumbers(x.numbers, y.numbers);
    }
    if (x.numbers != null) {
      return by.ofNumbersAndClasses(x.numbers, y.codes, y.classes);
    }
    return y.numbers != null
        ? by.ofNumbersAndClasses(y.numbers, x.codes, x.classes)
        : by.ofClasses(x.codes, x.classes, y.codes, y.classes);
  }

  /** One of the two in the rows that both have: numbers, or codes of so many classes. */
  private record Side(Numbers numbers, int[] codes, int classes) {
    boolean isConstant() {
      if (numbers != null) {
        return numbers.ordered().isConstant();
      }
      for (int code : codes) {
        if (code != codes[0]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param whole the numbers of all rows, where they were put in order before; else null
   */
  private static Side side(Variable variable, int[] rows, int count, Numbers whole) {
    boolean all = count == variable.rows();
    if (variable instanceof Variable.Groups groups) {
      int[] codes = groups.codes();
      int[] kept = new int[count];
      for (int i = 0; i < count; i++) {
        kept[i] = codes[rows[i]];
      }
      return new Side(null, kept, groups.count());
    }
    double[] values = ((Variable.Quantity) variable).values();
    if (all) {
      return new Side(whole == null ? Numbers.of(values) : whole, null, 0);
    }
    double[] kept = new double[count];
    for (int i = 0; i < count; i++) {
      kept[i] = values[rows[i]];
    }
    return new Side(
        count == 0 ? new Numbers(kept, new Ordered(new double[1], 0)) : Numbers.of(kept), null, 0);
  }
}
