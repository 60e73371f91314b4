package dev.grassmann.dictionaries.choicesae;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.SumsOfTwo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/choicesae.md shows, run. */
class DocsExampleTest {
  private final Vectors vectors = SumsOfTwo.rows(300, 8);

  @Test
  void rowsHaveAsManyLatentsAsTheyNeed() {
    ChoiceSaeConfig config = Options.with(ChoiceSaeConfig.DEFAULT, Map.of("width", 256, "k", 6.0));
    config = Options.with(config, Map.of("steps", 20, "warmup", 0));
    Dictionary dictionary = new ChoiceSae(config).train(vectors).dictionary();
    SparseCodes codes = SparseAutoencoder.of(dictionary).encode(vectors);
    int latentsOfTheFirstRow = codes.count(0);
    assertTrue(latentsOfTheFirstRow >= 0);
  }
}
