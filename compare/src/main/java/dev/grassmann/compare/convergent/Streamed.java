package dev.grassmann.compare.convergent;

import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.compare.measures.Pairings;
import dev.grassmann.compare.measures.Procrustes;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.result.SimilarityScore;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The measures that are computed from sums over rows: CKA and Procrustes, with their null. */
final class Streamed {
  private final VectorPair pair;
  private final PairMoments moments;
  private final SpacesConfig config;
  private final Run run;
  private Map<Measure, double[]>
      nulls; // by measure, one score a shuffle; made when first asked for
  private int nullRows;

  Streamed(VectorPair pair, PairMoments moments, SpacesConfig config, Run run) {
    this.pair = pair;
    this.moments = moments;
    this.config = config;
    this.run = run;
  }

  SimilarityScore score(Measure measure) {
    double value = value(measure, moments, pair, run.random("compare batches"));
    Map<String, Double> also = new LinkedHashMap<>();
    if (measure == Measure.PROCRUSTES) {
      Procrustes procrustes = new Procrustes(value);
      also.put("squared distance", procrustes.squaredDistance());
      also.put("angle (radians)", procrustes.angular());
    }
    if (measure == Measure.CKA_MINIBATCH) {
      also.put("rows a batch", (double) config.batch());
      also.put("batches", (double) (pair.a().n() / config.batch()));
    }
    return new SimilarityScore(
        measure.word(), measure.title(), value, pair.a().n(), chance(measure), also);
  }

  private double value(
      Measure measure, PairMoments sums, VectorPair rows, SplittableRandom random) {
    return switch (measure) {
      case CKA -> Cka.unbiased(sums);
      case CKA_BIASED -> Cka.biased(sums);
      case PROCRUSTES -> Procrustes.of(sums).nuclear();
      case CKA_MINIBATCH -> minibatch(rows, random);
      case MKNN -> throw new IllegalArgumentException("not a sum over rows: " + measure);
    };
  }

  /** Files often come sorted, and a batch of one class is no sample of the whole. */
  private double minibatch(VectorPair rows, SplittableRandom random) {
    int[] order = Permutation.of(rows.a().n(), random);
    return Cka.minibatch(rows.a().rows(order), rows.b().rows(order), config.batch(), run);
  }

  private Optional<SimilarityNull> chance(Measure measure) {
    if (config.shuffles() == 0) {
      return Optional.empty();
    }
    if (nulls == null) {
      nulls = shuffle();
    }
    return Optional.of(new SimilarityNull(nullRows, nulls.get(measure)));
  }

  /** All measures see the same shuffles. */
  private Map<Measure, double[]> shuffle() {
    Map<Measure, double[]> scores = new EnumMap<>(Measure.class);
    config.measures().stream()
        .filter(measure -> measure != Measure.MKNN)
        .forEach(measure -> scores.put(measure, new double[config.shuffles()]));
    boolean batches = scores.containsKey(Measure.CKA_MINIBATCH);
    int limit = Math.max(config.nullRows(), batches ? config.batch() : 0);
    VectorPair sample = inMemory(Sample.of(pair, limit, run.random("compare null rows")));
    nullRows = sample.a().n();
    SplittableRandom random = run.random("compare null");
    SplittableRandom batchOrder = run.random("compare null batches");
    try (Pairings pairings = new Pairings(sample)) {
      for (int i = 0; i < config.shuffles(); i++) {
        run.step("shuffling", i, config.shuffles());
        int[] order = Permutation.of(nullRows, random);
        PairMoments sums = pairings.paired(order);
        VectorPair rows = new VectorPair(sample.a(), sample.b().rows(order));
        for (Map.Entry<Measure, double[]> entry : scores.entrySet()) {
          entry.getValue()[i] = value(entry.getKey(), sums, rows, batchOrder);
        }
      }
    }
    run.step("shuffling", config.shuffles(), config.shuffles());
    return scores;
  }

  /** A sample is read a hundred times, in any order: from memory, not from a file. */
  private static VectorPair inMemory(VectorPair pair) {
    return new VectorPair(
        Vectors.of(pair.a().toArray(), pair.a().n(), pair.a().d()),
        Vectors.of(pair.b().toArray(), pair.b().n(), pair.b().d()));
  }
}
