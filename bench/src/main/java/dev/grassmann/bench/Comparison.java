package dev.grassmann.bench;

import java.util.List;

/** What is done on both sides for one system. */
interface Comparison {
  /** Argument of {@code grassmann bench} that chooses it: the system's id, or {@code engine}. */
  String id();

  /**
   * Does the work on both sides, compares the answers and gives one row a figure.
   *
   * @throws dev.grassmann.core.InputException where the peer cannot be had or cannot run
   */
  List<Row> run(Bench bench);
}
