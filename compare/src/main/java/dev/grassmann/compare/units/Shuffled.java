package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.Pairings;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Computes the {@link UnitNulls}, on a sample of rows that fits into memory. */
final class Shuffled {
  /** Shuffles of what is computed anew each time: mutual information, and sparse prediction. */
  private static final int DEAR = 10;

  /** Steps that all matchings of a null together may take: about a minute. */
  private static final double STEPS = 3e10;

  private final VectorPair sample;
  private final RowBlocks blocks;
  private final UnitsConfig config;
  private final Run run;

  Shuffled(VectorPair pair, UnitsConfig config, Run run) {
    RowBlocks all = new RowBlocks(pair.a().n(), config.block());
    int wanted = Math.max(2, config.nullRows() / config.block());
    VectorPair chosen = pair;
    if (wanted < all.blocks()) {
      int[] rows = all.split(wanted, run.random("units null rows"))[0];
      chosen = new VectorPair(pair.a().rows(rows), pair.b().rows(rows));
    }
    this.sample = new VectorPair(inMemory(chosen.a()), inMemory(chosen.b()));
    this.blocks = new RowBlocks(sample.a().n(), config.block());
    this.config = config;
    this.run = run;
  }

  private static Vectors inMemory(Vectors rows) {
    return Vectors.of(rows.toArray(), rows.n(), rows.d());
  }

  UnitNulls nulls(Optional<UnitClusters> clusters, double reportAlpha) {
    boolean match = config.steps().contains(Step.MATCH);
    boolean byInformation = match && config.score() == Score.MI;
    double[][] scores = new double[3][];
    Arrays.setAll(scores, i -> new double[shuffles(byInformation)]);
    SplittableRandom random = run.random("units null");
    try (Pairings pairings = new Pairings(sample)) {
      for (int i = 0; i < scores[0].length; i++) {
        run.step("shuffling", i, scores[0].length);
        int[] order = blocks.shuffled(random);
        UnitCorrelations units = UnitCorrelations.of(pairings.paired(order));
        if (match) {
          Matching matching = Matching.of(Units.scores(sample, units, order, config, run));
          scores[0][i] = matching.greedyMean();
          scores[1][i] = matching.bipartiteMean();
        }
        scores[2][i] = clusters.map(c -> c.cosineUnder(units)).orElse(Double.NaN);
      }
    }
    return new UnitNulls(
        nullOf(scores[0], match),
        nullOf(scores[1], match),
        config.steps().contains(Step.SPARSE)
            ? nullOf(predictions(reportAlpha), true)
            : Optional.empty(),
        nullOf(scores[2], !Double.isNaN(scores[2][0])));
  }

  /** Fewer than asked for where each one costs seconds; that is said. */
  private int shuffles(boolean byInformation) {
    double shorter = Math.min(sample.a().d(), sample.b().d());
    double longer = Math.max(sample.a().d(), sample.b().d());
    double affordable = STEPS / (shorter * shorter * longer);
    int most = byInformation ? DEAR : (int) Math.max(3, Math.min(1e6, affordable));
    if (most < config.shuffles()) {
      run.warn(
          "the rows were shuffled "
              + most
              + " times, not "
              + config.shuffles()
              + ": each time takes long here");
    }
    return Math.min(most, config.shuffles());
  }

  private Optional<SimilarityNull> nullOf(double[] scores, boolean there) {
    return there ? Optional.of(new SimilarityNull(sample.a().n(), scores)) : Optional.empty();
  }

  private double[] predictions(double alpha) {
    double[] means = new double[Math.min(DEAR, config.shuffles())];
    SplittableRandom random = run.random("units null of predictions");
    for (int i = 0; i < means.length; i++) {
      run.step("predicting from shuffled rows", i, means.length);
      Vectors b = sample.b().rows(blocks.shuffled(random));
      Halves halves =
          Halves.of(new VectorPair(sample.a(), b), blocks, config.sparse().held(), random, run);
      UnitCorrelations train = UnitCorrelations.of(halves.train());
      double[] r2 = new Prediction(train, halves.train(), halves.test(), run).at(alpha);
      means[i] = Arrays.stream(r2).average().orElseThrow();
    }
    return means;
  }
}
