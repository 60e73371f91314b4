package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdEncoderTest {
  private static final Vectors AXES = Vectors.of(new float[] {1, 0, 0, 1, -1, 0, 0, -1}, 4, 2);
  private static final Vectors DATA = Vectors.of(new float[] {3, 1, -2, 4}, 2, 2);

  private static SparseAutoencoder sae(String architecture, Map<String, float[]> more) {
    Map<String, Vectors> parameters = new HashMap<>();
    parameters.put(Dictionary.ENCODER, AXES);
    parameters.put(Dictionary.ENCODER_BIAS, Vectors.of(new float[4], 1, 4));
    parameters.put(Dictionary.BIAS, Vectors.of(new float[2], 1, 2));
    more.forEach((name, values) -> parameters.put(name, Vectors.of(values, 1, values.length)));
    return SparseAutoencoder.of(
        new Dictionary(architecture, 0, AXES, parameters, Map.of(), Dictionary.Scaling.none()));
  }

  @Test
  void reluKeepsAllThatIsPositiveAndWithAKTheLargest() {
    SparseAutoencoder sae = sae("relu", Map.of());
    assertArrayEquals(new float[] {3, 1, 0, 0}, sae.encode(DATA).dense(0));
    assertArrayEquals(new float[] {0, 4, 2, 0}, sae.encode(DATA).dense(1));
    assertArrayEquals(new float[] {0, 4, 0, 0}, sae.encode(DATA, 1).dense(1));
  }

  @Test
  void jumpReluKeepsWhatExceedsEachLatentsOwnThreshold() {
    SparseAutoencoder sae =
        sae("jumprelu", Map.of(Dictionary.THRESHOLD, new float[] {2.5f, 1, 2, -7}));
    assertArrayEquals(new float[] {3, 0, 0, 0}, sae.encode(DATA).dense(0)); // 1 is not above 1
    assertArrayEquals(new float[] {0, 4, 0, 0}, sae.encode(DATA).dense(1));
    assertEquals(0, sae.encode(DATA).value(1, 3), "a threshold below 0 lets no negative pass");
  }

  @Test
  void gatedLetsTheGateChooseAndTheMagnitudeSpeak() {
    float ln2 = (float) Math.log(2);
    SparseAutoencoder sae =
        sae(
            "gated",
            Map.of(
                GatedArchitecture.MAGNITUDE_SCALE,
                new float[] {ln2, 0, 0, 0},
                GatedArchitecture.MAGNITUDE_BIAS,
                new float[] {0.5f, -1, 1, 9}));
    assertArrayEquals(new float[] {6.5f, 0, 0, 0}, sae.encode(DATA).dense(0), 1e-6f);
    assertArrayEquals(new float[] {0, 3, 3, 0}, sae.encode(DATA).dense(1), 1e-6f);
  }

  @Test
  void aWrongNumberOfThresholdsIsRefused() {
    assertEquals(
        "parameter 'threshold': 3 thresholds; jumprelu has one for all latents, or one for each",
        assertThrows(
                InputException.class,
                () -> sae("jumprelu", Map.of(Dictionary.THRESHOLD, new float[3])))
            .getMessage());
    assertEquals(
        "parameter 'threshold': 4 thresholds; batchtopk has one for all latents",
        assertThrows(
                InputException.class,
                () -> sae("matryoshka", Map.of(Dictionary.THRESHOLD, new float[4])))
            .getMessage());
  }
}
