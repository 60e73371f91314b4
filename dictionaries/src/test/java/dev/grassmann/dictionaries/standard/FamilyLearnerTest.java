package dev.grassmann.dictionaries.standard;

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

class FamilyLearnerTest {
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

  private static FamilyLearner learner(TopKConfig config) {
    return learner(new TopKRule(config.options(D)), config.footing(), config.revival());
  }

  private static FamilyLearner learner(Rule rule, Footing footing, Revival revival) {
    return new FamilyLearner(rule, footing, revival, F, BATCH, ROWS, 1);
  }

  private static ArrayParameter parameter(SaeLearner learner, int which) {
    return (ArrayParameter) learner.parameters().get(which);
  }

  @ParameterizedTest
  @EnumSource(AuxK.class)
  void onlyWithAuxKDoDeadLatentsHaveGradients(AuxK form) {
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of("k", 1, "aux", form, "deadAfter", (long) ROWS, "startNorm", 0.5));
    SaeLearner learner = learner(config);
    SaeLearner.Outcome first = learner.descend(BATCH, ROWS, 0);
    assertEquals(0, first.dead());
    learner.parameters().forEach(Parameter::clearGradient);
    SaeLearner.Outcome second = learner.descend(BATCH, ROWS, 1);
    assertTrue(second.dead() >= F - ROWS, second + "");
    float[] encoder = parameter(learner, 0).gradient();
    int moved = 0;
    for (int i = 0; i < F; i++) {
      boolean any = false;
      for (int c = 0; c < D; c++) {
        any |= encoder[i * D + c] != 0;
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
            BatchTopKConfig.DEFAULT, Map.of("k", 2.0, "thresholdDecay", 0.75, "thresholdStart", 1));
    Footing zero = new Footing(true, 1, BiasStart.ZERO, false);
    SaeLearner learner = learner(new TopKRule(config.options(D)), zero, config.revival());
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

  private static float threshold(SaeLearner learner) {
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
    float[] rows = {0, 0, 2, 0, 4, 0, 100, 8}; // the last row is an outlier
    float[] median = BiasStart.MEDIAN.of(rows, 4, 2);
    assertArrayEquals(new float[] {26.5f, 2}, BiasStart.MEAN.of(rows, 4, 2), 1e-5f);
    assertArrayEquals(new float[2], BiasStart.ZERO.of(rows, 4, 2));
    // (2, 0) and (4, 0) lie on a line with (0, 0), and the sum of distances is smallest between
    // the middle two
    assertTrue(median[0] >= 2 - 1e-3 && median[0] <= 4 + 1e-3, median[0] + "");
    assertTrue(Math.abs(median[1]) < 0.1, median[1] + "");
  }

  @Test
  void theEncoderStartsAsTheDecodersTransposeWithTheNormAskedFor() {
    SaeLearner learner = learner(Options.with(TopKConfig.DEFAULT, "startNorm", 0.1));
    float[] encoder = parameter(learner, 0).values();
    assertArrayEquals(parameter(learner, 1).values(), encoder);
    double square = 0;
    for (int c = 0; c < D; c++) {
      square += (double) encoder[c] * encoder[c];
    }
    assertEquals(0.1, Math.sqrt(square), 1e-6);
  }

  @Test
  void deadLatentsTakeTheDirectionOfBadlyReconstructedRows() {
    Revival revival = new Revival(ROWS, 2, 0.2);
    Footing zero = new Footing(true, 1, BiasStart.ZERO, false);
    GatedRule rule = new GatedRule(new L1Options(0, 0, false), false, F);
    SaeLearner learner = learner(rule, zero, revival);
    float[] biases = parameter(learner, 2).values();
    for (int j = 8; j < F; j++) {
      biases[j] = -1e6f; // shut for good
    }
    learner.descend(BATCH, ROWS, 0);
    learner.moved(0);
    assertEquals(-1e6f, biases[F - 1], "not in every step");
    assertEquals(F - 8, learner.descend(BATCH, ROWS, 1).dead());
    learner.moved(1);
    double living = 0;
    for (int j = 0; j < 8; j++) {
      living += norm(parameter(learner, 0).values(), j) / 8;
    }
    for (int j = 8; j < F; j++) {
      assertEquals(0, biases[j]);
      assertEquals(0.2 * living, norm(parameter(learner, 0).values(), j), 1e-6);
      assertEquals(1, bestCosine(parameter(learner, 1).values(), j), 1e-6, "a row's direction");
    }
    assertEquals(0, learner.descend(BATCH, ROWS, 2).dead());
  }

  private static double norm(float[] rows, int j) {
    double square = 0;
    for (int c = j * D; c < (j + 1) * D; c++) {
      square += (double) rows[c] * rows[c];
    }
    return Math.sqrt(square);
  }

  private static double bestCosine(float[] decoder, int j) {
    double best = 0;
    for (int b = 0; b < ROWS; b++) {
      double product = 0;
      for (int c = 0; c < D; c++) {
        product += (double) BATCH[b * D + c] * decoder[j * D + c];
      }
      best = Math.max(best, product / norm(BATCH, b));
    }
    return best;
  }
}
