package dev.grassmann.dictionaries.standard;

import java.util.List;

/** The family's rules for systems that bring a decoder of their own. */
public final class Rules {
  private Rules() {}

  /** The k largest of each row. */
  public static Rule topK(int k, AuxOptions aux) {
    return new TopKRule(
        new TopKOptions(Selection.ROW, k, k, 0, aux, false, false, 0, 0, Nesting.NONE));
  }

  /** The k · B largest of a batch. */
  public static Rule batchTopK(double k, AuxOptions aux, Averaging averaging) {
    return nested(k, aux, averaging, Nesting.NONE);
  }

  /**
   * The same with nested prefixes, whose errors are summed.
   *
   * @param widths as in {@link MatryoshkaConfig#widths}
   */
  public static Rule matryoshka(
      double k, List<Integer> widths, int features, AuxOptions aux, Averaging averaging) {
    return nested(k, aux, averaging, new Nesting(Nesting.widths(widths, features), 1, false));
  }

  private static Rule nested(double k, AuxOptions aux, Averaging averaging, Nesting nesting) {
    return new TopKRule(
        new TopKOptions(
            Selection.BATCH,
            k,
            k,
            0,
            aux,
            false,
            false,
            averaging.thresholdDecay(),
            averaging.thresholdStart(),
            nesting));
  }

  /** Those above learnt thresholds. */
  public static Rule jumpRelu(JumpReluOptions options, int features) {
    return new JumpReluRule(options, features);
  }
}
