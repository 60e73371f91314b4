package dev.grassmann.compare.convergent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.compare.Data;
import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.MutualNeighbours;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.compare.measures.Procrustes;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Similarity;
import dev.grassmann.core.result.SimilarityNull;
import dev.grassmann.core.result.SimilarityScore;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpacesTest {
  private static final Vectors A = Data.gaussian(400, 8, 1);
  private static final Vectors B = noisy(A, 0.7, 2);

  private static Vectors noisy(Vectors vectors, double sd, long seed) {
    SplittableRandom noise = new SplittableRandom(seed);
    return Data.each(vectors, (x, column) -> (float) (x + sd * noise.nextGaussian()));
  }

  private static SpacesConfig with(Object... changes) {
    SpacesConfig config = SpacesConfig.DEFAULTS;
    for (int i = 0; i < changes.length; i += 2) {
      config = config.with((String) changes[i], changes[i + 1]);
    }
    return config;
  }

  private static Similarity compare(Vectors a, Vectors b, SpacesConfig config) {
    return new Spaces().run(new VectorPair(a, b), config, Run.local());
  }

  private static SimilarityScore score(Similarity similarity, Measure measure) {
    return similarity.score(measure.word()).orElseThrow();
  }

  @Test
  void everyScoreIsItsMeasuresOwn() {
    Similarity similarity =
        compare(A, B, with("measures", "procrustes,cka,cka-biased,mknn", "null", "0"));
    PairMoments moments = PairMoments.of(A, B);
    assertEquals(
        List.of("procrustes", "cka", "cka-biased", "mknn"),
        similarity.scores().stream().map(SimilarityScore::measure).toList());
    Procrustes procrustes = Procrustes.of(moments);
    SimilarityScore rotated = score(similarity, Measure.PROCRUSTES);
    assertEquals(procrustes.nuclear(), rotated.value(), 0);
    assertEquals(procrustes.squaredDistance(), rotated.also().get("squared distance"), 0);
    assertEquals(procrustes.angular(), rotated.also().get("angle (radians)"), 0);
    assertEquals(Cka.unbiased(moments), score(similarity, Measure.CKA).value(), 0);
    assertEquals(Cka.biased(moments), score(similarity, Measure.CKA_BIASED).value(), 0);
    MutualNeighbours mutual = MutualNeighbours.of(A, B, 10, Run.local());
    SimilarityScore near = score(similarity, Measure.MKNN);
    assertEquals(mutual.score(), near.value(), 0);
    assertEquals(mutual.corrected(), near.also().get("above chance, of 1"), 0);
    assertTrue(similarity.scores().stream().allMatch(score -> score.chance().isEmpty()));
  }

  @Test
  void spacesThatShareSomethingBeatEveryShuffle() {
    Similarity similarity = new Spaces().compare(A, B);
    for (SimilarityScore score : similarity.scores()) {
      SimilarityNull none = score.chance().orElseThrow();
      assertEquals(100, none.shuffles());
      assertEquals(1 / 101.0, none.pValue(score.value()), 1e-15, score.title());
    }
    assertTrue(similarity.headline().startsWith("A and B are more alike than chance: "));
  }

  @Test
  void unrelatedSpacesAreCalledUnrelated() {
    Similarity similarity = compare(A, Data.gaussian(400, 8, 4), with("measures", "cka,mknn"));
    assertEquals(0, score(similarity, Measure.CKA).value(), 0.02);
    assertTrue(
        similarity.headline().startsWith("A and B share no more than two spaces whose rows were"),
        similarity::headline);
  }

  /**
   * The mean of an unbiased measure's null is 0, a biased one's about d / (n + d), chance for k-NN.
   */
  @Test
  void nullsLieWhereTheoryPutsThem() {
    Similarity similarity = compare(A, B, with("null", "200"));
    assertEquals(0, none(similarity, Measure.CKA).mean(), 0.002);
    assertEquals(8 / 408.0, none(similarity, Measure.CKA_BIASED).mean(), 0.002);
    assertEquals(10 / 399.0, none(similarity, Measure.MKNN).mean(), 0.002);
  }

  private static SimilarityNull none(Similarity similarity, Measure measure) {
    return score(similarity, measure).chance().orElseThrow();
  }

  @Test
  void theNullIsDrawnFromASampleWhereThereAreMoreRows() {
    Similarity similarity = compare(A, B, with("nullRows", "50", "measures", "cka-biased"));
    SimilarityNull none = none(similarity, Measure.CKA_BIASED);
    assertEquals(50, none.rows());
    assertEquals(8 / 58.0, none.mean(), 0.03);
    assertEquals(
        Cka.biased(PairMoments.of(A, B)), score(similarity, Measure.CKA_BIASED).value(), 0);
  }

  @Test
  void neighboursAreSoughtInASampleWhereThereAreMoreRowsAndThatIsSaid() {
    Run run = Run.local();
    Similarity similarity =
        new Spaces()
            .run(new VectorPair(A, B), with("neighbour-rows", "100", "measures", "mknn"), run);
    assertEquals(100, score(similarity, Measure.MKNN).rows());
    assertEquals(
        List.of(
            "mutual nearest neighbours are of 100 of 400 rows, drawn at random; the score falls as"
                + " rows are added, so compare it with scores of as many rows only"),
        run.warnings());
  }

  @Test
  void zeroRowsAreSaidToHaveNoDirection() {
    float[] numbers = A.toArray();
    Arrays.fill(numbers, 16, 32, 0);
    Run run = Run.local();
    new Spaces().run(new VectorPair(Vectors.of(numbers, 400, 8), B), with("measures", "mknn"), run);
    assertEquals(
        List.of(
            "2 of 400 rows of A are all zero: they have no direction, and count as equally near to"
                + " every row"),
        run.warnings());
  }

  /** Sorted rows: batches as they lie would hold one class each. */
  @Test
  void batchesAreShuffled() {
    float[] numbers = A.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += 20 * (i / 8 / 100);
    }
    Vectors sorted = Vectors.of(numbers, 400, 8);
    Vectors other = noisy(sorted, 3, 5);
    Similarity similarity =
        compare(sorted, other, with("measures", "cka-minibatch,cka", "batch", "100", "null", "5"));
    SimilarityScore batches = score(similarity, Measure.CKA_MINIBATCH);
    assertEquals(score(similarity, Measure.CKA).value(), batches.value(), 0.01);
    assertTrue(Cka.minibatch(sorted, other, 100, Run.local()) < 0.8);
    assertEquals(Map.of("rows a batch", 100.0, "batches", 4.0), batches.also());
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedAnotherNull() {
    SpacesConfig config = with("null", "10", "nullRows", "100", "neighbourRows", "200");
    VectorPair pair = new VectorPair(A, B);
    Similarity first = new Spaces().run(pair, config, Run.seeded(3));
    assertEquals(first, new Spaces().run(pair, config, Run.seeded(3)));
    assertNotEquals(first, new Spaces().run(pair, config, Run.seeded(4)));
  }

  /** One more measure changes nothing about the others. */
  @Test
  void measuresDoNotDisturbEachOther() {
    Similarity alone = compare(A, B, with("measures", "cka", "null", "10"));
    Similarity among = compare(A, B, with("measures", "mknn,cka,cka-biased", "null", "10"));
    assertEquals(score(alone, Measure.CKA), score(among, Measure.CKA));
  }

  @Test
  void aMeasureNamedTwiceIsMeasuredOnce() {
    assertEquals(List.of(Measure.CKA, Measure.MKNN), with("measures", "cka,mknn,cka").measures());
  }

  @Test
  void theCommandLineFindsItByItsName() {
    Method<?, ?, ?> method =
        ServiceLoader.load(Method.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(m -> m.info().id().equals("spaces"))
            .findFirst()
            .orElseThrow();
    assertEquals("compare spaces", method.info().command());
    assertEquals(VectorPair.class, method.input());
    List<String> flags = Options.of(method.defaults()).stream().map(Options.Entry::flag).toList();
    assertEquals(List.of("measures", "k", "batch", "null", "null-rows", "neighbour-rows"), flags);
    assertFalse(method.info().paper().isEmpty());
  }
}
