package dev.grassmann.cli.explore;

/**
 * One thing worth knowing about the data.
 *
 * @param importance 0 (nice to know) to 100 (read this first); orders the summary
 * @param kind what sort of thing it is
 * @param sentence the thing, in plain words, with its figure
 */
record Remark(int importance, Kind kind, String sentence) {
  /** What a reader does with it. */
  enum Kind {
    /** What the data is. */
    SHAPE,
    /** What matters in it. */
    STRUCTURE,
    /** What looks wrong. */
    WARNING
  }
}
