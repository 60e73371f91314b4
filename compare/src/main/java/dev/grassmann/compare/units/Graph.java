package dev.grassmann.compare.units;

/** Which pairs of units have an edge. */
public enum Graph {
  /** Within and between the networks. */
  FULL,
  /** Between the networks only. */
  BIPARTITE
}
