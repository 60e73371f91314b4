package dev.grassmann.compare.convergent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.compare.Data;
import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Similarity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that docs/systems/convergent.md shows, run. */
class DocsExampleTest {
  private final Vectors a = Data.gaussian(1_000, 4, 1);
  private final Vectors b = Data.each(a, (x, column) -> x * (1 + column));

  @Test
  void theShortCallCompares() {
    Similarity similarity = new Spaces().compare(a, b);
    double cka = similarity.score("cka").orElseThrow().value();
    assertEquals(Cka.unbiased(PairMoments.of(a, b)), cka, 0);
  }

  @Test
  void partsAreSavedAndMerged(@TempDir Path folder) {
    Path file = folder.resolve("first.safetensors");
    PairMoments first = PairMoments.of(a.slice(0, 600), b.slice(0, 600));
    first.save(file);
    PairMoments all =
        PairMoments.load(file).merge(PairMoments.of(a.slice(600, 1_000), b.slice(600, 1_000)));
    double unbiased = Cka.unbiased(all);
    assertEquals(Cka.unbiased(PairMoments.of(a, b)), unbiased, 1e-12);
  }

  /** Line breaks apart, which the formatter sets in the source. */
}
