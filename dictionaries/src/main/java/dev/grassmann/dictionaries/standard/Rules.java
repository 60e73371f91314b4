package dev.grassmann.dictionaries.standard;

import java.util.List;

/** The family's rules for systems that bring a decoder of their own. */
public final class Rules {
  private Rules() {}

  /** The k largest of each row. */
  public static Rule topK(int k, AuxOptions aux) {
    return new TopKRule(
        new TopKOptions(
            Selection.ROW, k, k, 0, aux, false, false, 0, 0, Nesting.NONE, Allocation.ANYWHERE));
  }

  /** The k · B largest of a batch. */
  public static Rule batchTopK(double k, AuxOptions aux, Averaging averaging) {
    return batch(k, aux, averaging, Nesting.NONE, Allocation.ANYWHERE);
  }

  /**
   * The same with nested prefixes, whose errors are summed.
   *
   * @param widths as in {@link MatryoshkaConfig#widths}
   */
  public static Rule matryoshka(
      double k, List<Integer> widths, int features, AuxOptions aux, Averaging averaging) {
    Nesting nesting = new Nesting(Nesting.widths(widths, features), 1, false);
    return batch(k, aux, averaging, nesting, Allocation.ANYWHERE);
  }

  /** The k · B codes of a batch by an allocation. */
  public static Rule allocated(
      double k, AuxOptions aux, Averaging averaging, Allocation allocation) {
    return batch(k, aux, averaging, Nesting.NONE, allocation);
  }

  private static Rule batch(
      double k, AuxOptions aux, Averaging averaging, Nesting nesting, Allocation allocation) {
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
            nesting,
            allocation));
  }

  /** Those above learnt thresholds. */
  public static Rule jumpRelu(JumpReluOptions options, int features) {
    return new JumpReluRule(options, features);
  }
}
