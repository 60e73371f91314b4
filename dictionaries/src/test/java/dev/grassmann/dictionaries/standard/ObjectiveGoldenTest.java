package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveGoldenTest {
  private static final int F = 6;
  private static final int D = 4;
  private static final int ROWS = 3;
  private static final JsonNode FAMILY = Golden.read("golden.json").get("family");
  private static final JsonNode MORE = Golden.read("golden_aux.json");
  private static final float[] X = Golden.wave(ROWS, D, 2.0);

  @Test
  void topKGivesTheReferencesCodesErrorAndGradients() {
    JsonNode expected = FAMILY.get("topK");
    Weights gradient = Weights.zeros(F, D);
    Objective.Loss loss = objective(Chooser.Plan.largest(2), 0, gradient).of(X, ROWS);
    Golden.agree(4.2543176, loss.meanSquaredError(), "mean squared error");
    Golden.agree(4.3752750, loss.meanSquaredError() / Variance.ofRows(X, ROWS, D), "FVU");
    agree(expected.get("codes"), loss.choice().codes().toSparseCodes(F));
    agree(expected.get("gradients"), gradient);
  }

  @Test
  void batchTopKGivesTheReferencesCodesErrorGradientsAndSmallestKeptValue() {
    JsonNode expected = FAMILY.get("batchTopK");
    Weights gradient = Weights.zeros(F, D);
    Chooser.Plan plan =
        new Chooser.Plan(Selection.BATCH, 2, 6, false, AuxK.NONE, 0, null, null, null);
    Objective.Loss loss = objective(plan, 0, gradient).of(X, ROWS);
    Golden.agree(2.9151465, loss.meanSquaredError(), "mean squared error");
    Golden.agree(0.3743389, BatchSelection.smallest(loss.choice().codes()), "smallest kept");
    agree(expected.get("codes"), loss.choice().codes().toSparseCodes(F));
    agree(expected.get("gradients"), gradient);
  }

  @ParameterizedTest
  @CsvSource({
    "three, DICTIONARY_LEARNING, 13.6520080",
    "three, SAE_LENS, 17.1429936",
    "three, SPARSIFY, 14.4958597",
    "one, DICTIONARY_LEARNING, NaN",
    "one, SAE_LENS, NaN",
    "one, SPARSIFY, NaN"
  })
  void eachLibrarysAuxKHasItsLossAndGradients(String setting, AuxK form, double published) {
    JsonNode given = MORE.get(setting);
    boolean[] dead = new boolean[F];
    given.get("dead").forEach(latent -> dead[latent.asInt()] = true);
    JsonNode expected = given.get("losses").get(Options.word(form));
    Chooser.Plan plan =
        new Chooser.Plan(
            Selection.ROW, 2, 0, false, form, given.get("kAux").asInt(), dead, null, null);
    Weights both = Weights.zeros(F, D);
    Objective.Loss loss = objective(plan, 1, both).of(X, ROWS);
    Golden.agree(expected.get("loss").asDouble(), loss.auxiliary(), "AuxK");
    if (!Double.isNaN(published)) {
      Golden.agree(published, loss.auxiliary(), "AuxK as published");
    }
    Weights alone = Weights.zeros(F, D);
    objective(Chooser.Plan.largest(2), 0, alone).of(X, ROWS);
    minus(both.encoder(), alone.encoder());
    minus(both.decoder(), alone.decoder());
    minus(both.encoderBias(), alone.encoderBias());
    minus(both.bias(), alone.bias());
    agree(expected.get("gradients"), both);
  }

  @Test
  void multiTopKAddsAnEighthOfTheErrorWithFourTimesAsManyLatents() {
    JsonNode expected = MORE.get("multi");
    Chooser.Plan plan = new Chooser.Plan(Selection.ROW, 1, 0, true, AuxK.NONE, 0, null, null, null);
    Weights gradient = Weights.zeros(F, D);
    Objective.Loss loss = objective(plan, 0, gradient).of(X, ROWS);
    Golden.agree(expected.get("narrow").asDouble(), loss.meanSquaredError(), "with k");
    Golden.agree(expected.get("wide").asDouble(), loss.wide(), "with 4 k");
    Golden.agree(loss.meanSquaredError() + loss.wide() / 8, loss.total(0), "total");
    agree(expected.get("gradients"), gradient);
  }

  @Test
  void decoderNormsWeighTheChoiceAndNothingElse() {
    JsonNode expected = MORE.get("normed");
    float[] norms = new float[F];
    for (int i = 0; i < F; i++) {
      double square = 0;
      for (int c = 0; c < D; c++) {
        square += Math.pow(weights().decoder()[i * D + c], 2);
      }
      norms[i] = (float) Math.sqrt(square);
    }
    Chooser.Plan plan =
        new Chooser.Plan(Selection.ROW, 2, 0, false, AuxK.NONE, 0, null, null, norms);
    Weights gradient = Weights.zeros(F, D);
    Objective.Loss loss = objective(plan, 0, gradient).of(X, ROWS);
    Golden.agree(expected.get("mse").asDouble(), loss.meanSquaredError(), "mean squared error");
    agree(expected.get("codes"), loss.choice().codes().toSparseCodes(F));
    agree(expected.get("gradients"), gradient);
  }

  @Test
  void groupMaxKeepsTheLargestOfEachGroup() {
    Chooser.Plan plan =
        new Chooser.Plan(Selection.GROUP, 2, 0, false, AuxK.NONE, 0, null, null, null);
    Choice choice = new Chooser(weights(), plan).choose(X, ROWS);
    agree(MORE.get("groups").get("codes"), choice.codes().toSparseCodes(F));
  }

  private static Objective objective(Chooser.Plan plan, double auxWeight, Weights gradient) {
    return new Objective(Model.linear(weights(), gradient), plan, auxWeight, Nesting.NONE);
  }

  private static void agree(JsonNode expected, SparseCodes codes) {
    assertEquals(ROWS, codes.n());
    for (int b = 0; b < ROWS; b++) {
      Golden.agree(expected.get(b), codes.dense(b), "codes of row " + b);
    }
  }

  private static void agree(JsonNode expected, Weights gradient) {
    GoldenWeights.agree(expected, gradient);
  }

  private static Weights weights() {
    return GoldenWeights.family();
  }

  private static void minus(float[] from, float[] amount) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= amount[i];
    }
  }
}
