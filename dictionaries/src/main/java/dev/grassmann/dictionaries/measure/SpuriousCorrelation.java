package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import java.util.ArrayList;
import java.util.List;

/**
 * Spurious correlation removal (SHIFT, Marks et al. 2024; SAEBench). Two properties go together in
 * the rows that a probe learns from, so that it cannot know which of them is meant. Taking the
 * latents of one of them out should leave a probe of the other: (A_out - A_biased) / (A_clean -
 * A_biased), accuracies on rows in which the properties are independent; A_clean is that of a probe
 * that learnt from such rows. Done both ways; the figure is that of the property on which the
 * biased probe is worse.
 */
final class SpuriousCorrelation {
  /** Least rows of each combination in each half. */
  private static final int LEAST = 8;

  /** Gap of accuracies below which there is nothing to win. */
  private static final double GAP = 0.001;

  private final LinearSae sae;
  private final SparseCodes train;
  private final boolean[][] trainIs;
  private final LinearReadout biased;
  private final LinearReadout[] clean = new LinearReadout[2];
  private final CodeEdit edit;
  private final boolean[][] testIs;

  /**
   * @param first the two most frequent classes count, rows of others are left out
   * @param second likewise
   * @throws InputException where a combination of the classes is too rare
   */
  SpuriousCorrelation(
      LinearSae sae, Vectors vectors, SparseCodes codes, Labels first, Labels second, Run run) {
    this.sae = sae;
    TwoByTwo pairs = new TwoByTwo(first, second);
    Halves halves = Halves.of(vectors.n());
    int[] balanced = pairs.balanced(halves.train(), LEAST);
    int[] judged = pairs.balanced(halves.test(), LEAST);
    int[] together = pairs.together(halves.train());
    this.train = Halves.codes(codes, balanced);
    this.trainIs = pairs.is(balanced);
    this.testIs = pairs.is(judged);
    this.biased = probe(vectors.rows(together), pairs.is(together)[0], run);
    Vectors rows = vectors.rows(balanced);
    for (int p = 0; p < 2; p++) {
      clean[p] = probe(rows, trainIs[p], run);
    }
    this.edit = new CodeEdit(sae, Halves.codes(codes, judged), vectors.rows(judged).toArray());
  }

  private static LinearReadout probe(Vectors rows, boolean[] is, Run run) {
    int[] labels = new int[is.length];
    for (int i = 0; i < is.length; i++) {
      labels[i] = is[i] ? 1 : 0;
    }
    return LinearReadout.fit(rows, labels, 2, LinearReadout.Loss.ONE_VS_REST, run);
  }

  /**
   * One way: latents of the other property are taken out.
   *
   * @param biased accuracy of the biased probe on this property
   * @param removed the same with the other property's latents taken out
   * @param clean accuracy of the property's own probe
   */
  record Way(double biased, double removed, double clean) {
    /** 1 where all that the bias cost is won back; 0 where it cost nothing. */
    double score() {
      return clean - biased < GAP ? 0 : (removed - biased) / (clean - biased);
    }
  }

  /** Both ways: the first property kept, then the second. */
  List<Way> ways(int latents) {
    List<Way> ways = new ArrayList<>();
    for (int kept = 0; kept < 2; kept++) {
      int other = 1 - kept;
      int[] out =
          ProbeEffects.strongest(sae, train, trainIs[other], clean[other].direction(1), latents);
      ways.add(
          new Way(
              accuracy(biased, edit.rows(), testIs[kept]),
              accuracy(biased, edit.scaled(out, 0), testIs[kept]),
              accuracy(clean[kept], edit.rows(), testIs[kept])));
    }
    return ways;
  }

  /** The figure: that of the property on which the biased probe is worse. */
  double score(int latents) {
    List<Way> ways = ways(latents);
    return ways.get(ways.get(0).biased() <= ways.get(1).biased() ? 0 : 1).score();
  }

  private static double accuracy(LinearReadout probe, float[] rows, boolean[] is) {
    float[] scores = probe.scores(rows, is.length);
    double right = 0;
    for (int row = 0; row < is.length; row++) {
      right += scores[2 * row + 1] > scores[2 * row] == is[row] ? 1 : 0;
    }
    return right / is.length;
  }
}
