package dev.grassmann.compare.units;

import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which units of two networks correspond (Li et al. 2016): one to one, one to few, and many to many
 * as a subspace that both span with different bases.
 *
 * <pre>{@code
 * UnitComparison units = new Units().compare(a, b);
 * int partner = units.matching().orElseThrow().bipartite()[0];
 * }</pre>
 */
public final class Units implements Method<VectorPair, UnitsConfig, UnitComparison> {
  private final UnitsConfig config;

  /** With {@link UnitsConfig#DEFAULTS}. */
  public Units() {
    this(UnitsConfig.DEFAULTS);
  }

  public Units(UnitsConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Compares on all processors, with seed 0.
   *
   * @param a n × p, a column a unit
   * @param b n × q, row i being the same sample as row i of {@code a}
   * @throws InputException as {@link #run}
   */
  public UnitComparison compare(Vectors a, Vectors b) {
    return run(new VectorPair(a, b), config, Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        28,
        "convergent",
        "compare units",
        "Convergent learning",
        "Li, Yosinski, Clune, Lipson, Hopcroft 2016 (arXiv 1511.07543)",
        "which units have a partner, which are a mix of few, and which share a subspace only",
        true);
  }

  @Override
  public Class<VectorPair> input() {
    return VectorPair.class;
  }

  @Override
  public UnitsConfig defaults() {
    return config;
  }

  /**
   * Compares the units.
   *
   * @throws InputException for fewer than 8 rows, rows that are not whole blocks, NaN or infinity,
   *     and a network all of whose units are constant
   */
  @Override
  public UnitComparison run(VectorPair pair, UnitsConfig config, Run run) {
    Options.check(config);
    RowBlocks blocks = new RowBlocks(pair.a().n(), config.block());
    if (blocks.blocks() < 8) {
      throw new InputException(
          String.format(Locale.ROOT, "%,d samples are too few", blocks.blocks()),
          "",
          "give at least 8: correlations of fewer say nothing");
    }
    LibTorch.start(run);
    boolean sparse = config.steps().contains(Step.SPARSE);
    Halves halves =
        sparse
            ? Halves.of(pair, blocks, config.sparse().held(), run.random("units held out"), run)
            : null;
    PairMoments all = sparse ? halves.all() : PairMoments.of(pair, run);
    UnitCorrelations units = UnitCorrelations.of(all);
    List<Integer> deadA = UnitCorrelations.dead(all.p(), units.unitsA());
    List<Integer> deadB = UnitCorrelations.dead(all.q(), units.unitsB());
    warnOfDead(deadA, "A", run);
    warnOfDead(deadB, "B", run);
    Optional<Matching> matching =
        config.steps().contains(Step.MATCH)
            ? Optional.of(Matching.of(scores(pair, units, null, config, run)))
            : Optional.empty();
    Optional<SparsePrediction> prediction =
        sparse ? Optional.of(predict(halves, config, run)) : Optional.empty();
    Optional<UnitClusters> clusters =
        config.steps().contains(Step.CLUSTER)
            ? Optional.of(UnitClusters.of(units, config.joint(), run))
            : Optional.empty();
    Optional<UnitNulls> nulls = Optional.empty();
    if (config.shuffles() > 0) {
      double alpha = prediction.map(SparsePrediction::reported).orElse(0.0);
      nulls = Optional.of(new Shuffled(pair, config, run).nulls(clusters, alpha));
    }
    return new UnitComparison(
        pair.a().n(),
        config.score(),
        units.unitsA(),
        units.unitsB(),
        deadA,
        deadB,
        units.between(),
        matching,
        prediction,
        clusters,
        nulls);
  }

  private static SparsePrediction predict(Halves halves, UnitsConfig config, Run run) {
    UnitCorrelations train = UnitCorrelations.of(halves.train());
    if (train.n() <= train.p()) {
      run.warn(
          String.format(
              Locale.ROOT,
              "%,d rows to learn from and %,d units of A: without a penalty every prediction is"
                  + " perfect there by construction; look at the penalised ones",
              train.n(),
              train.p()));
    }
    return new Prediction(train, halves.train(), halves.test(), run)
        .along(config.sparse().path(train.q()), config.sparse().reportAlpha());
  }

  /**
   * What makes partners, p × q over the living units.
   *
   * @param order row of B that each row of A is paired with, as the correlations have it; null for
   *     the same
   */
  static double[][] scores(
      VectorPair pair, UnitCorrelations units, int[] order, UnitsConfig config, Run run) {
    double[][] correlations = units.between();
    if (config.score() == Score.MI) {
      VectorPair rows = pair;
      if (order == null && pair.a().n() > config.information().miRows()) {
        RowBlocks blocks = new RowBlocks(pair.a().n(), config.block());
        int count = Math.max(1, config.information().miRows() / config.block());
        int[] drawn = blocks.split(count, run.random("units information"))[0];
        rows = new VectorPair(pair.a().rows(drawn), pair.b().rows(drawn));
      }
      return new InformationScores(
              BinnedUnits.of(rows.a(), units.unitsA()),
              BinnedUnits.of(rows.b(), units.unitsB()),
              correlations,
              config.information().miPartners())
          .nats(order, run);
    }
    if (config.absolute()) {
      for (double[] row : correlations) {
        Arrays.setAll(row, j -> Math.abs(row[j]));
      }
    }
    return correlations;
  }

  private static void warnOfDead(List<Integer> dead, String name, Run run) {
    if (!dead.isEmpty()) {
      String which =
          dead.size() == 1
              ? "unit " + dead.get(0) + " of " + name + " is constant and was left out"
              : String.format(
                  Locale.ROOT,
                  "%,d units of %s are constant and were left out: %s%s",
                  dead.size(),
                  name,
                  String.join(
                      ", ", dead.stream().limit(8).map(unit -> Integer.toString(unit)).toList()),
                  dead.size() > 8 ? ", ..." : "");
      run.warn(which);
    }
  }
}
