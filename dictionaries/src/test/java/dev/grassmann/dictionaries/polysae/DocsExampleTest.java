package dev.grassmann.dictionaries.polysae;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.SumsOfTwo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/polysae.md shows, run. */
class DocsExampleTest {
  private final Vectors vectors = SumsOfTwo.rows(300, 8);

  @Test
  void aPolySaeIsLearntAndAskedForAPair() {
    PolySaeConfig config = Options.with(PolySaeConfig.DEFAULT, Map.of("width", 128, "k", 8.0));
    config = Options.with(config, Map.of("steps", 5, "warmup", 0));
    Dictionary dictionary = new PolySae(config).train(vectors).dictionary();
    double strength = new Pairs(dictionary).pairStrength(3, 17);
    assertTrue(strength > 0);
  }
}
