package dev.grassmann.compare.convergent;

import dev.grassmann.compare.measures.MutualNeighbours;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.result.SimilarityScore;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The measure that looks at neighbours, with its null. */
record Mutual(VectorPair pair, SpacesConfig config, Run run) {

  SimilarityScore score() {
    int n = pair.a().n();
    VectorPair rows = Sample.of(pair, config.neighbourRows(), run.random("compare neighbours"));
    int used = rows.a().n();
    if (used < n) {
      run.warn(
          String.format(
              Locale.ROOT,
              "mutual nearest neighbours are of %,d of %,d rows, drawn at random; the score falls"
                  + " as rows are added, so compare it with scores of as many rows only",
              used,
              n));
    }
    warnOfZeroRows(rows.a(), "A");
    warnOfZeroRows(rows.b(), "B");
    MutualNeighbours mutual = MutualNeighbours.of(rows.a(), rows.b(), config.k(), run);
    Map<String, Double> also = new LinkedHashMap<>();
    also.put("neighbours a row (k)", (double) config.k());
    also.put("chance k/(n-1)", mutual.chance());
    also.put("above chance, of 1", mutual.corrected());
    return new SimilarityScore(
        Measure.MKNN.word(),
        Measure.MKNN.title(),
        mutual.score(),
        used,
        chance(mutual, used),
        also);
  }

  private Optional<SimilarityNull> chance(MutualNeighbours mutual, int used) {
    if (config.shuffles() == 0) {
      return Optional.empty();
    }
    SplittableRandom random = run.random("compare null of neighbours");
    double[] scores = new double[config.shuffles()];
    for (int i = 0; i < scores.length; i++) {
      run.step("shuffling neighbours", i, scores.length);
      scores[i] = mutual.score(Permutation.of(used, random));
    }
    return Optional.of(new SimilarityNull(used, scores));
  }

  private void warnOfZeroRows(Vectors vectors, String name) {
    int zero = 0;
    float[] row = new float[vectors.d()];
    for (int i = 0; i < vectors.n(); i++) {
      vectors.copyRow(i, row);
      int j = 0;
      while (j < row.length && row[j] == 0) {
        j++;
      }
      zero += j == row.length ? 1 : 0;
    }
    if (zero > 0) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows of %s are all zero: they have no direction, and count as equally"
                  + " near to every row",
              zero,
              vectors.n(),
              name));
    }
  }
}
