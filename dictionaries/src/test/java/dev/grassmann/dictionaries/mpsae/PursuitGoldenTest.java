package dev.grassmann.dictionaries.mpsae;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Golden;
import dev.grassmann.dictionaries.measure.Babel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PursuitGoldenTest {
  private static final int P = 6;
  private static final int D = 4;
  private static final int ROWS = 3;
  private static final JsonNode EXPECTED = Golden.read("golden.json").get("matchingPursuit");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void picksCoefficientsAndResidualsAreThoseOfTheReference(boolean gram) {
    for (int steps = 1; steps <= 3; steps++) {
      Picks picks = pursue(gram, steps);
      for (int b = 0; b < ROWS; b++) {
        int t = steps - 1;
        assertEquals(
            EXPECTED.get("picksPerStep").get(t).get(b).asInt(), picks.atom()[b * steps + t]);
        Golden.agree(
            EXPECTED.get("valuesPerStep").get(t).get(b).asDouble(),
            picks.value()[b * steps + t],
            "coefficient " + t + " of row " + b);
        double square = 0;
        for (int c = 0; c < D; c++) {
          square += (double) picks.residual()[b * D + c] * picks.residual()[b * D + c];
        }
        Golden.agree(
            EXPECTED.get("residualNormsPerStep").get(t).get(b).asDouble(),
            Math.sqrt(square),
            "residual norm " + t + " of row " + b);
      }
    }
    Picks picks = pursue(gram, 3);
    SparseCodes codes = Pursue.codes(picks, P);
    for (int b = 0; b < ROWS; b++) {
      Golden.agree(EXPECTED.get("codes").get(b), codes.dense(b), "codes of row " + b);
    }
    Golden.agree(EXPECTED.get("residual"), picks.residual(), "residual");
    Golden.agree(EXPECTED.get("loss").asDouble(), picks.squaredError() / ROWS, "loss");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void furtherStepsPickAtomsAgainAndTheErrorFallsAsTheReferenceSays(boolean gram) {
    EXPECTED
        .get("byStepCount")
        .properties()
        .forEach(
            entry -> {
              Picks picks = pursue(gram, Integer.parseInt(entry.getKey()));
              for (int b = 0; b < ROWS; b++) {
                double square = 0;
                for (int c = 0; c < D; c++) {
                  square += (double) picks.residual()[b * D + c] * picks.residual()[b * D + c];
                }
                Golden.agree(
                    entry.getValue().get("squaredResidual").get(b).asDouble(),
                    square,
                    "squared residual");
                assertEquals(
                    entry.getValue().get("distinctAtoms").get(b).asInt(),
                    Pursue.codes(picks, P).count(b));
              }
            });
  }

  @Test
  void theGradientIsThatOfAutomaticDifferentiation() {
    Picks picks = pursue(true, 3);
    float[] gradient = new float[P * D];
    PursuitGradient.add(atoms(), picks, gradient, null);
    Golden.agree(EXPECTED.get("gradient"), gradient, "gradient");
    double square = 0;
    for (float g : gradient) {
      square += (double) g * g;
    }
    Golden.agree(EXPECTED.get("gradientNorm").asDouble(), Math.sqrt(square), "norm of gradient");
  }

  @Test
  void theBabelFunctionIsThatOfTheReference() {
    double[] curve = Babel.curve(atoms().rows(), P, D, 5);
    for (int r = 0; r < 5; r++) {
      Golden.agree(EXPECTED.get("babel").get(r).asDouble(), curve[r], "mu_1(" + (r + 1) + ")");
    }
  }

  private static Picks pursue(boolean gram, int steps) {
    return Pursue.rows(atoms(), Golden.wave(ROWS, D, 1.0), ROWS, StopRule.picks(steps), gram);
  }

  private static Atoms atoms() {
    return Pursue.unit(Golden.wave(P, D, 0.2), P, D);
  }
}
