package dev.grassmann.dictionaries.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SumsOfTwo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The baseline whose directions stay what they were at the start. */
final class FrozenDecoderTest {
  private static final Vectors DATA = SumsOfTwo.rows(800, 12);

  private static Dictionary train(int steps, boolean frozen) {
    TopKConfig config =
        Options.with(
            TopKConfig.DEFAULT,
            Map.of(
                "width",
                24,
                "k",
                2,
                "steps",
                steps,
                "batch",
                64,
                "learningRate",
                1e-2,
                "warmup",
                0,
                "freezeDecoder",
                frozen));
    return new TopKSae().run(DATA, config, Run.local()).dictionary();
  }

  @Test
  void directionsStayAndTheEncoderLearns() {
    Dictionary early = train(1, true);
    Dictionary late = train(120, true);
    assertArrayEquals(early.atoms().toArray(), late.atoms().toArray(), 1e-6f);
    float[] before = early.parameter(Dictionary.ENCODER).orElseThrow();
    float[] after = late.parameter(Dictionary.ENCODER).orElseThrow();
    assertTrue(furthest(before, after) > 0.05, "encoder moved " + furthest(before, after));
  }

  @Test
  void withoutTheFreezeDirectionsMove() {
    float[] early = train(1, false).atoms().toArray();
    float[] late = train(120, false).atoms().toArray();
    assertTrue(furthest(early, late) > 0.05, "decoder moved " + furthest(early, late));
  }

  private static double furthest(float[] a, float[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }
}
