package dev.grassmann.tables.outrank;

/** The two cheap measures that look at the codes themselves. */
final class CodeMeasures {
  private CodeMeasures() {}

  /**
   * Pearson's correlation of the codes, -1 to 1, codes standing in the order of the values; 0 where
   * a column is constant in these rows.
   */
  static double correlation(Codes x, Codes y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.rows(); i++) {
      double dx = x.code()[i] - meanX;
      double dy = y.code()[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
  }

  /** Share of the rows that have the most frequent pair of values, above 0 to 1. */
  static double maxValueCoverage(Codes x, Codes y) {
    int most = 0;
    for (int size : x.and(y).size()) {
      most = Math.max(most, size);
    }
    return (double) most / x.rows();
  }

  private static double mean(Codes x) {
    double sum = 0;
    for (int c : x.code()) {
      sum += c;
    }
    return sum / x.rows();
  }
}
