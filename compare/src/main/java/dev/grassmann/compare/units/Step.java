package dev.grassmann.compare.units;

/** What is done with the units, in the paper's order. */
public enum Step {
  /** Pair them one to one. */
  MATCH,
  /** Predict each unit of B from few units of A. */
  SPARSE,
  /** Cluster the joint graph of both networks' units. */
  CLUSTER
}
