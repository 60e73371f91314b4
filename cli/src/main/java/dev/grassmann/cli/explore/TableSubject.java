package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A table being looked at.
 *
 * @param total rows in the source
 * @param table the rows looked at
 * @param target the column that the others should explain, where there is one
 */
record TableSubject(long total, Table table, Optional<String> target) {
  private static final int FEWEST_BINS = 3;
  private static final int MOST_BINS = 32;

  /** A numeric target of more distinct values than this is cut into quantile bins. */
  private static final int MOST_CLASSES = 20;

  private static final int TARGET_BINS = 5;

  /**
   * Numbers of more distinct values than this are cut into as many quantile bins: so many that each
   * still holds rows enough to be told from chance, half the root of the rows.
   */
  int bins() {
    return Math.max(FEWEST_BINS, Math.min(MOST_BINS, (int) (Math.sqrt(table.rows()) / 2)));
  }

  /** Bins for the target: 0 where its values are classes already. */
  int targetBins() {
    Column column = table.column(target.orElseThrow());
    if (!(column instanceof Column.Numeric numeric)) {
      return 0;
    }
    Set<Double> seen = new HashSet<>();
    for (int row = 0; row < numeric.rows() && seen.size() <= MOST_CLASSES; row++) {
      seen.add(numeric.number(row));
    }
    return seen.size() > MOST_CLASSES ? Math.min(TARGET_BINS, bins()) : 0;
  }
}
