package dev.grassmann.tables.outrank;

/** What a pair of columns is scored by. */
public enum Heuristic {
  /** Mutual information less what a meaningless column of the same cardinality would score. */
  CORRECTED_MI("corrected mutual information", "nats"),
  /** Mutual information as it is; it rewards columns of many values. */
  PLAIN_MI("mutual information", "nats"),
  /** Adjusted mutual information. */
  AMI("adjusted mutual information", ""),
  /** Pearson's correlation of the codes, values standing in their order. */
  PEARSON("correlation of the codes", ""),
  /** Share of the rows that have the most frequent pair of values. */
  MAX_VALUE_COVERAGE("coverage of the most frequent pair", ""),
  /** 1 - log-loss of a logistic model of the target on the one-hot column. */
  SURROGATE_SGD("1 - log-loss of a logistic model", ""),
  /** The same with a support vector machine. */
  SURROGATE_SVM("1 - log-loss of a support vector machine", ""),
  /** The same on sparse random projections of the one-hot column. */
  SURROGATE_SGD_RP("1 - log-loss of a logistic model on random projections", ""),
  /** The same on the 8 leading singular directions of the one-hot column. */
  SURROGATE_SGD_SVD("1 - log-loss of a logistic model on 8 singular directions", ""),
  /** 0 for every pair: only the statistics of the columns are wanted. */
  CONSTANT("nothing", "");

  private final String measure;
  private final String unit;

  Heuristic(String measure, String unit) {
    this.measure = measure;
    this.unit = unit;
  }

  /** What the score is, for reports. */
  public String measure() {
    return measure;
  }

  /** Unit of the score; empty for a pure number. */
  public String unit() {
    return unit;
  }

  /** Whether it asks a small model what the column is worth to it. */
  boolean isSurrogate() {
    return this == SURROGATE_SGD
        || this == SURROGATE_SVM
        || this == SURROGATE_SGD_RP
        || this == SURROGATE_SGD_SVD;
  }

  /** Whether the score depends on the order of the values and not on the partition alone. */
  boolean needsOrder() {
    return this == PEARSON;
  }
}
