package dev.grassmann.tables.screening;

/**
 * Scores columns against one variable, leaving out rows where either is missing. Free of input and
 * output; one object a thread, as the measure keeps arrays.
 */
final class Pairwise {
  private final Measure measure;
  private final Variable against;
  private final Numbers whole;
  private final boolean complete;

  Pairwise(Measure measure, Variable against) {
    this.measure = measure;
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
   * @param rows that both have
   * @param constant whether either has one value in those rows
   */
  record Score(double score, int rows, boolean constant) {}

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
    boolean all = count == rows.length;
    Numbers xNumbers = x instanceof Variable.Quantity q ? numbers(q, rows, count, all) : null;
    Numbers yNumbers =
        against instanceof Variable.Quantity q
            ? all && complete ? whole : numbers(q, rows, count, all)
            : null;
    int[] xCodes = x instanceof Variable.Groups g ? codes(g, rows, count) : null;
    int[] yCodes = against instanceof Variable.Groups g ? codes(g, rows, count) : null;
    boolean constant =
        count < 2
            || (xNumbers != null ? xNumbers.ordered().isConstant() : oneValue(xCodes))
            || (yNumbers != null ? yNumbers.ordered().isConstant() : oneValue(yCodes));
    if (constant) {
      return new Score(0, count, true);
    }
    double score;
    if (xNumbers != null && yNumbers != null) {
      score = measure.ofNumbers(xNumbers, yNumbers);
    } else if (xNumbers != null) {
      score = measure.ofNumbersAndClasses(xNumbers, yCodes, classes(against));
    } else if (yNumbers != null) {
      score = measure.ofNumbersAndClasses(yNumbers, xCodes, classes(x));
    } else {
      score = measure.ofClasses(xCodes, classes(x), yCodes, classes(against));
    }
    return new Score(score, count, false);
  }

  private static int classes(Variable variable) {
    return ((Variable.Groups) variable).count();
  }

  private static Numbers numbers(Variable.Quantity q, int[] rows, int count, boolean all) {
    if (all) {
      return Numbers.of(q.values());
    }
    double[] kept = new double[count];
    for (int i = 0; i < count; i++) {
      kept[i] = q.values()[rows[i]];
    }
    return count == 0 ? new Numbers(kept, new Ordered(new double[1], 0)) : Numbers.of(kept);
  }

  private static int[] codes(Variable.Groups groups, int[] rows, int count) {
    int[] kept = new int[count];
    for (int i = 0; i < count; i++) {
      kept[i] = groups.codes()[rows[i]];
    }
    return kept;
  }

  private static boolean oneValue(int[] codes) {
    for (int code : codes) {
      if (code != codes[0]) {
        return false;
      }
    }
    return true;
  }
}
