package dev.grassmann.compare.convergent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.result.Similarity;
import dev.grassmann.core.result.SimilarityScore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two networks trained on SVHN. Figures: the formulas on whole matrices, NumPy float64; mutual
 * neighbours and both forms of CKA also by platonic-rep dcd76ba.
 */
class RealActivationsTest {
  private static final Map<String, Double> FIGURES =
      Map.of(
          "cka", 0.8678531324997821,
          "cka-biased", 0.872379410591355,
          "mknn", 0.558,
          "procrustes", 0.7859888093486908);

  private static Vectors network(int number) {
    return VectorFiles.read(
        Path.of("..", "data", "activations", "svcca_svhn_model_" + number + "_lay06.npy"));
  }

  @Test
  void theCommandsDefaultsGiveTheReferencesFigures() {
    Similarity similarity = new Spaces().compare(network(0), network(1));
    for (SimilarityScore score : similarity.scores()) {
      assertEquals(FIGURES.get(score.measure()), score.value(), 1e-12, score.measure());
    }
    assertEquals(4, similarity.scores().size());
    assertEquals(
        "A and B are more alike than chance: linear CKA (unbiased) 0.868 (shuffled rows 0.000), and"
            + " Procrustes similarity 0.786 (shuffled rows 0.262).",
        similarity.headline());
  }
}
