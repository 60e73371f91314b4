package dev.grassmann.dictionaries.mpsae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Feature;
import dev.grassmann.dictionaries.train.SaeTraining;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The lines that docs/systems/mpsae.md shows, run. */
class DocsExampleTest {
  private final Vectors vectors = random(40, 6);
  private final Vectors atoms =
      Vectors.of(Pursue.unit(random(64, 6).toArray(), 64, 6).rows(), 64, 6);

  private static Vectors random(int n, int d) {
    SplittableRandom random = new SplittableRandom(n);
    float[] rows = new float[n * d];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    return Vectors.of(rows, n, d);
  }

  @Test
  void aDictionaryIsLearntAndUsedWithAnotherK() {
    MpSaeConfig config = Options.with(MpSaeConfig.DEFAULT, Map.of("width", 256, "k", 4));
    config = Options.with(config, "steps", 5);
    SaeTraining training = new MpSae(config).train(vectors);
    SparseAutoencoder sae = SparseAutoencoder.of(training.dictionary());
    SparseCodes codes = sae.encode(vectors, 16);
    List<Feature> features = Feature.of(codes, 10);
    assertTrue(features.get(0).energy() >= features.get(1).energy());
    assertEquals(40, codes.n());
  }

  @Test
  void anyDictionaryCanBeUsed() {
    SparseCodes picked = new MpEncoder(atoms).encode(vectors, 32);
    assertEquals(64, picked.features());
  }
}
