package dev.grassmann.tables.screening;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.PairScore;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Thins an order of columns: the best is kept, later ones that depend on it by more than a
 * threshold go, and so on with the next that is left.
 */
final class Clumping {
  private Clumping() {}

  /**
   * What is left.
   *
   * @param kept in the order given
   * @param removed each with the kept column that it went for, first the kept one
   */
  record Clumps(List<String> kept, List<PairScore> removed) {}

  /**
   * @param order columns, best first
   * @param most how many columns are wanted; the walk ends with them
   */
  static Clumps of(Table table, List<String> order, int most, MiScreeningConfig config, Run run) {
    List<String> left = new ArrayList<>(order);
    List<String> kept = new ArrayList<>();
    List<PairScore> removed = new ArrayList<>();
    while (!left.isEmpty() && kept.size() < most) {
      String best = left.remove(0);
      kept.add(best);
      Variable against = Variable.of(table.column(best), config.discreteValues());
      List<String> rest = left;
      List<Double> scores =
          Workers.map(
              rest.size(),
              "clumping",
              run,
              () -> new ColumnScorer(config, against, run.seed()),
              (i, scorer) -> scorer.score(table.column(rest.get(i))));
      left = new ArrayList<>();
      for (int i = 0; i < rest.size(); i++) {
        if (scores.get(i) > config.clump()) {
          removed.add(new PairScore(best, rest.get(i), scores.get(i), Double.NaN, 1));
        } else {
          left.add(rest.get(i));
        }
      }
    }
    return new Clumps(kept, removed);
  }
}
