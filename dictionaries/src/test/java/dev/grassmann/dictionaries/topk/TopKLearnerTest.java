package dev.grassmann.dictionaries.topk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopKLearnerTest {
  private static final int F = 40;
  private static final int D = 8;
  private static final int ROWS = 16;
  private static final float[] BATCH = batch();

  private static float[] batch() {
    SplittableRandom random = new SplittableRandom(2);
    float[] rows = new float[ROWS * D];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return rows;
  }

  private static TopKLearner learner(TopKOptions options) {
    return new TopKLearner(options, F, D, BATCH, ROWS, 1);
  }

  @ParameterizedTest
  @EnumSource(AuxK.class)
  void onlyWithAuxKDoDeadLatentsHaveGradients(AuxK form) {
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of("k", 1, "aux", form, "deadAfter", (long) ROWS, "startNorm", 0.5));
    TopKLearner learner = learner(config.options(D));
    SaeLearner.Outcome first = learner.descend(BATCH, ROWS, 0);
    assertEquals(0, first.dead());
    learner.parameters().forEach(Parameter::clearGradient);
    SaeLearner.Outcome second = learner.descend(BATCH, ROWS, 1);
    assertTrue(second.dead() >= F - ROWS, second + "");
    ArrayParameter encoder = parameter(learner, 0);
    int moved = 0;
    for (int i = 0; i < F; i++) {
      boolean any = false;
      for (int c = 0; c < D; c++) {
        any |= encoder.gradient()[i * D + c] != 0;
      }
      moved += any ? 1 : 0;
    }
    int alive = F - second.dead();
    if (form == AuxK.NONE) {
      assertEquals(alive, moved);
    } else {
      assertTrue(moved > alive, moved + " of " + alive + " alive");
    }
  }

  @Test
  void theThresholdFollowsTheSmallestValueKept() {
    BatchTopKConfig config =
        Options.with(
            BatchTopKConfig.DEFAULT,
            Map.of(
                "k",
                2.0,
                "thresholdDecay",
                0.75,
                "thresholdStart",
                1,
                "biasStart",
                BiasStart.ZERO));
    TopKLearner learner = learner(config.options(D));
    learner.descend(BATCH, ROWS, 0);
    float last = threshold(learner);
    learner.descend(BATCH, ROWS, 1);
    assertEquals(last, threshold(learner), 0, "before the average begins: the last batch's");
    float[] twice = BATCH.clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 2;
    }
    learner.descend(twice, ROWS, 2);
    assertEquals(0.75 * last + 0.25 * 2 * last, threshold(learner), 1e-6);
  }

  private static ArrayParameter parameter(SaeLearner learner, int which) {
    return (ArrayParameter) learner.parameters().get(which);
  }

  private static float threshold(TopKLearner learner) {
    return learner.dictionary(Dictionary.Scaling.none()).required(Dictionary.THRESHOLD)[0];
  }

  @Test
  void theSparsityFallsInAStraightLine() {
    TopKOptions options =
        Options.with(TopKConfig.DEFAULT, Map.of("k", 2, "annealSteps", 3)).options(D);
    assertEquals(8, options.kAt(0));
    assertEquals(6, options.kAt(1), 1e-12);
    assertEquals(4, options.kAt(2), 1e-12);
    assertEquals(2, options.kAt(3));
    assertEquals(2, options.kAt(1_000_000));
  }

  @Test
  void theBiasStartsWhereItIsToldTo() {
    float[] rows = {0, 0, 2, 0, 4, 0, 100, 8}; // the third coordinate pair is an outlier's
    TopKOptions options = Options.with(TopKConfig.DEFAULT, "k", 1).options(2);
    float[] median = start(Options.with(TopKConfig.DEFAULT, "k", 1), rows);
    float[] mean =
        start(Options.with(TopKConfig.DEFAULT, Map.of("k", 1, "biasStart", BiasStart.MEAN)), rows);
    assertArrayEquals(new float[] {26.5f, 2}, mean, 1e-5f);
    // the median of four points in convex position is where their diagonals cross, else the inner
    // point: here (2, 0) and (4, 0) lie on a line with (0, 0), and the sum of distances is
    // smallest between the middle two
    assertTrue(median[0] >= 2 - 1e-3 && median[0] <= 4 + 1e-3, median[0] + "");
    assertTrue(Math.abs(median[1]) < 0.1, median[1] + "");
    assertEquals(1, options.k());
  }

  private static float[] start(TopKConfig config, float[] rows) {
    return parameter(new TopKLearner(config.options(2), 4, 2, rows, 4, 1), 3).values();
  }

  @Test
  void theEncoderStartsAsTheDecodersTransposeWithTheNormAskedFor() {
    TopKLearner learner = learner(Options.with(TopKConfig.DEFAULT, "startNorm", 0.1).options(D));
    float[] encoder = parameter(learner, 0).values();
    assertArrayEquals(parameter(learner, 1).values(), encoder);
    double square = 0;
    for (int c = 0; c < D; c++) {
      square += (double) encoder[c] * encoder[c];
    }
    assertEquals(0.1, Math.sqrt(square), 1e-6);
  }
}
