package dev.grassmann.clusters.franca;

import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.List;
import java.util.Map;

/** Objects on a turntable: nested heads beside one head of as many prototypes; measured once. */
final class CoilFigures {
  static final String DATA = "coil20";
  static final int SEEDS = 3;
  private static final int[] LENGTHS = {4, 8, 64};

  private Seen seen;

  /**
   * Means over seeds.
   *
   * @param nested k-NN accuracy at prefixes of 4, 8 and 64, with nested heads
   * @param single the same with one head
   * @param entropyBefore mean spatial entropy of patch clusters, likewise after RASA
   * @param pooledBefore k-NN accuracy of mean patch tokens, likewise after RASA
   */
  record Seen(
      double[] nested,
      double[] single,
      double entropyBefore,
      double entropyAfter,
      double pooledBefore,
      double pooledAfter) {}

  /** Fewer steps of fewer images than the defaults, so that six trainings take minutes. */
  static FrancaConfig config() {
    return Options.with(
        FrancaConfig.DEFAULTS,
        Map.of("steps", 300, "batch", 32, "warmup", 30, "frozen", 10, "flip", false));
  }

  /** One head with all the prototypes that the five nested ones have. */
  private static FrancaConfig single() {
    return Options.with(config(), Map.of("nesting", List.of(64), "prototypes", 992));
  }

  synchronized Seen seen(Run run) {
    if (seen == null) {
      seen = measure(run);
    }
    return seen;
  }

  private static Seen measure(Run run) {
    LibTorch.start(run);
    Images images = ImageFiles.read(Catalogue.of(DATA).path().orElseThrow());
    int[] truth = images.labels().orElseThrow().codes();
    int classes = images.labels().orElseThrow().classes();
    double[] nested = new double[LENGTHS.length];
    double[] single = new double[LENGTHS.length];
    double[] erased = new double[4];
    NeighbourVote vote = new NeighbourVote(20, 0.07);
    for (int seed = 0; seed < SEEDS; seed++) {
      Run seeded = run.but().seed(seed).folder(null).build();
      FrancaFeatures own = new Franca().run(images.pixels(), config(), seeded);
      FrancaFeatures other = new Franca().run(images.pixels(), single(), seeded);
      for (int l = 0; l < LENGTHS.length; l++) {
        nested[l] += prefix(own, LENGTHS[l], truth, classes, vote, run) / SEEDS;
        single[l] += prefix(other, LENGTHS[l], truth, classes, vote, run) / SEEDS;
      }
      Vectors patches = own.patchTokens();
      int grid = own.model().grid();
      EraseConfig erase =
          Options.with(EraseConfig.DEFAULTS, Map.of("gridRows", grid, "gridColumns", grid));
      Erasure erasure = new Erase().run(patches, erase, seeded);
      double[] entropies = erasure.spatialEntropy().orElseThrow();
      erased[0] += entropies[0] / SEEDS;
      erased[1] += entropies[1] / SEEDS;
      erased[2] += vote.accuracy(pooled(patches, grid * grid), truth, classes, run) / SEEDS;
      erased[3] +=
          vote.accuracy(pooled(erasure.features(), grid * grid), truth, classes, run) / SEEDS;
    }
    return new Seen(nested, single, erased[0], erased[1], erased[2], erased[3]);
  }

  private static double prefix(
      FrancaFeatures features, int length, int[] truth, int classes, NeighbourVote vote, Run run) {
    Vectors some = Prefixes.first(features.classTokens(), length);
    return vote.accuracy(some, truth, classes, run);
  }

  private static Vectors pooled(Vectors patches, int each) {
    int d = patches.d();
    float[] means = new float[patches.n() / each * d];
    float[] row = new float[d];
    for (int i = 0; i < patches.n(); i++) {
      patches.copyRow(i, row);
      for (int j = 0; j < d; j++) {
        means[i / each * d + j] += row[j] / each;
      }
    }
    return Vectors.of(means, patches.n() / each, d);
  }
}
