package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Options;
import dev.grassmann.dictionaries.Golden;
import dev.grassmann.engine.train.ArrayParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures by golden_family.py and, where they are written out, the published ones. */
class FamilyGoldenTest {
  private static final JsonNode FIGURES = Golden.read("golden_family.json");
  private static final float[] X = Golden.wave(3, 4, 2.0);

  private final Weights weights = GoldenWeights.family();
  private final Weights gradient = Weights.zeros(6, 4);

  private JsonNode expected(String name, Rule rule, boolean[] dead) {
    JsonNode expected = FIGURES.get(name);
    Rule.Result result = rule.descend(Model.linear(weights, gradient), X, 3, 1_000, dead);
    Golden.agree(expected.get("loss").asDouble(), result.loss(), name);
    GoldenWeights.agree(expected.get("gradients"), gradient);
    return expected;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void reluHasTheReferencesLossAndGradients(boolean normed) {
    Rule rule = new ReluRule(new L1Options(0.7, 10, normed));
    expected(normed ? "relu.normed" : "relu.plain", rule, null);
    Rule.Result result =
        rule.descend(Model.linear(weights, Weights.zeros(6, 4)), X, 3, 1_000, null);
    Golden.agree(3.304569679156053, result.squaredError() / 3, "mean squared error");
    assertEquals(8, result.active());
    assertEquals(8, Arrays.stream(result.fired()).sum());
  }

  @Test
  void thePenaltyRisesInAStraightLine() {
    L1Options options = new L1Options(2, 4, false);
    assertEquals(0.5, options.at(0));
    assertEquals(2, options.at(3));
    assertEquals(2, options.at(100));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gatedHasTheReferencesLossAndGradients(boolean frozen) {
    GatedRule rule = new GatedRule(new L1Options(0.7, 0, !frozen), frozen, 6);
    ArrayParameter scale = (ArrayParameter) rule.parameters().get(0);
    ArrayParameter bias = (ArrayParameter) rule.parameters().get(1);
    for (int j = 0; j < 6; j++) {
      scale.values()[j] = (float) (0.1 * j - 0.2);
      bias.values()[j] = 0.1f;
    }
    JsonNode expected = expected(frozen ? "gated.frozen" : "gated.free", rule, null);
    Golden.agree(expected.get("gradients").get("rMag"), scale.gradient(), "scale's gradient");
    Golden.agree(expected.get("gradients").get("bMag"), bias.gradient(), "bias's gradient");
    Rule.Result result = rule.descend(Model.linear(weights, Weights.zeros(6, 4)), X, 3, 0, null);
    Golden.agree(3.7371520, result.squaredError() / 3, "reconstruction as published");
  }

  @ParameterizedTest
  @CsvSource({"step, STEP, 0", "target, TARGET, 0", "tanh, TANH, 0.2"})
  void jumpReluHasTheReferencesLossAndGradients(
      String name, JumpReluOptions.SparsityLoss loss, double preAct) {
    JumpReluOptions options = new JumpReluOptions(0.05, 0, loss, 1.5, 1.5, preAct, 0.4, 0.3, true);
    JumpReluRule rule = new JumpReluRule(options, 6);
    JsonNode expected =
        expected("jump." + name, rule, new boolean[] {true, false, false, false, true, false});
    ArrayParameter threshold = (ArrayParameter) rule.parameters().get(0);
    Golden.agree(
        expected.get("gradients").get("logTheta"), threshold.gradient(), "threshold's gradient");
  }

  @Test
  void jumpReluThresholdsHaveThePublishedGradient() {
    JumpReluOptions options =
        Options.with(
            JumpReluOptions.DEFAULT,
            Map.of(
                "sparsity",
                0.05,
                "sparsityWarmup",
                0,
                "bandwidth",
                0.4,
                "startThreshold",
                0.3,
                "logThreshold",
                false));
    JumpReluRule rule = new JumpReluRule(options, 6);
    rule.descend(Model.linear(weights, gradient), X, 3, 0, null);
    float[] published = {0, -0.3224932f, -0.6760234f, -1.2874241f, 0, 0};
    float[] measured = ((ArrayParameter) rule.parameters().get(0)).gradient();
    for (int j = 0; j < 6; j++) {
      assertEquals(published[j], measured[j], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void matryoshkaHasTheReferencesLossAndGradients(boolean mean) {
    Nesting nesting = new Nesting(List.of(2, 4, 6), mean ? 0.25 : 1, mean);
    Rule rule =
        new TopKRule(
            new TopKOptions(
                Selection.BATCH,
                2,
                2,
                0,
                new AuxOptions(AuxK.NONE, 0, 0),
                false,
                false,
                0,
                0,
                nesting,
                Allocation.ANYWHERE));
    expected(mean ? "matryoshka.mean" : "matryoshka.sum", rule, null);
    if (!mean) {
      Rule.Result result = rule.descend(Model.linear(weights, Weights.zeros(6, 4)), X, 3, 0, null);
      Golden.agree(3.7255656 + 2.9259869 + 2.9151465, result.loss(), "as published");
      Golden.agree(2.9151465, result.squaredError() / 3, "of all latents");
    }
  }
}
