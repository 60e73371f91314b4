package dev.grassmann.dictionaries.topk;

/** Where the decoder's bias starts. */
public enum BiasStart {
  ZERO,
  /** Mean of the first batch. */
  MEAN,
  /** Geometric median of the first batch, which outliers hardly move. */
  MEDIAN
}
