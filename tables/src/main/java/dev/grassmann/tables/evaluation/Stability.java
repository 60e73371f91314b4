package dev.grassmann.tables.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike the choices of different folds are.
 *
 * @param jaccard mean over pairs of folds of the columns in both choices by those in either, 0 to 1
 * @param kuncheva the same less what choices by chance would share (Kuncheva 2007), -1 to 1; NaN
 *     where all columns are chosen
 */
public record Stability(double jaccard, double kuncheva) {
  /**
   * Of choices of equally many columns.
   *
   * @param choices one a fold, at least two
   * @param columns how many could be chosen
   */
  public static Stability of(List<List<String>> choices, int columns) {
    double jaccard = 0;
    double kuncheva = 0;
    int pairs = 0;
    for (int a = 0; a < choices.size(); a++) {
      for (int b = a + 1; b < choices.size(); b++) {
        Set<String> both = new HashSet<>(choices.get(a));
        both.retainAll(choices.get(b));
        int k = choices.get(a).size();
        int shared = both.size();
        jaccard += (double) shared / (k + choices.get(b).size() - shared);
        double chance = (double) k * k / columns;
        kuncheva += (shared - chance) / (k - chance);
        pairs++;
      }
    }
    return new Stability(jaccard / pairs, kuncheva / pairs);
  }
}
