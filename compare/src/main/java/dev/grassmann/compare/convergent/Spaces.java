package dev.grassmann.compare.convergent;

import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Similarity;
import dev.grassmann.core.result.SimilarityScore;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How alike two representations of the same samples are, as whole spaces, and how alike they would
 * be by chance.
 *
 * <pre>{@code
 * Similarity similarity = new Spaces().compare(a, b);
 * double cka = similarity.score("cka").orElseThrow().value();
 * }</pre>
 */
public final class Spaces implements Method<VectorPair, SpacesConfig, Similarity> {
  private final SpacesConfig config;

  /** With {@link SpacesConfig#DEFAULTS}. */
  public Spaces() {
    this(SpacesConfig.DEFAULTS);
  }

  public Spaces(SpacesConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Compares two spaces on all processors, with seed 0.
   *
   * @param a n × p
   * @param b n × q, row i being the same sample as row i of {@code a}
   * @throws InputException as {@link #run}
   */
  public Similarity compare(Vectors a, Vectors b) {
    return run(new VectorPair(a, b), config, Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        28,
        "spaces",
        "compare spaces",
        "Whole-space similarity",
        "Kornblith et al. 2019 (arXiv 1905.00414), Huh et al. 2024 (arXiv 2405.07987)",
        "CKA, Procrustes and mutual neighbours, each beside what shuffled rows give",
        true);
  }

  @Override
  public Class<VectorPair> input() {
    return VectorPair.class;
  }

  @Override
  public SpacesConfig defaults() {
    return config;
  }

  /**
   * Compares two spaces.
   *
   * @throws InputException for fewer than 4 rows, k that is not below the number of rows, batches
   *     that no rows fill, NaN or infinity, and a space all of whose rows are equal
   */
  @Override
  public Similarity run(VectorPair pair, SpacesConfig config, Run run) {
    Options.check(config);
    requireRows(pair.a().n(), config);
    LibTorch.start(run);
    PairMoments moments = PairMoments.of(pair, run); // the one pass that sees, and checks, all rows
    moments.requireSpread(4);
    List<SimilarityScore> scores = new ArrayList<>();
    Streamed streamed = new Streamed(pair, moments, config, run);
    for (Measure measure : config.measures()) {
      scores.add(
          measure == Measure.MKNN
              ? new Mutual(pair, config, run).score()
              : streamed.score(measure));
    }
    return new Similarity(pair.a().n(), pair.a().d(), pair.b().d(), scores);
  }

  private static void requireRows(int n, SpacesConfig config) {
    if (n < 4) {
      throw new InputException(
          "A and B have " + n + (n == 1 ? " row" : " rows"),
          "",
          "at least 4 are needed: unbiased CKA is not defined for fewer");
    }
    int neighbours = Math.min(n, config.neighbourRows());
    if (config.measures().contains(Measure.MKNN) && config.k() >= neighbours) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d neighbours of each of %,d rows", config.k(), neighbours),
          "--k",
          String.format(Locale.ROOT, "give a number from 1 to %,d", neighbours - 1));
    }
    if (config.measures().contains(Measure.CKA_MINIBATCH) && config.batch() > n) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d rows do not fill a batch of %,d", n, config.batch()),
          "--batch",
          "give a smaller batch, or measure cka, which needs none");
    }
  }
}
