package dev.grassmann.dictionaries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SparseAutoencoderTest {
  private static final Vectors AXES = Vectors.of(new float[] {1, 0, 0, 1, -1, 0, 0, -1}, 4, 2);
  private static final Vectors DATA = Vectors.of(new float[] {3, 1, -2, 4, 0, -5}, 3, 2);

  private static Dictionary matchingPursuit(Dictionary.Scaling scaling) {
    return new Dictionary("mp", 2, AXES, Map.of(), Map.of(), scaling);
  }

  private static Dictionary encoded(String architecture, float threshold) {
    return new Dictionary(
        architecture,
        1,
        AXES,
        Map.of(
            Dictionary.ENCODER, AXES,
            Dictionary.ENCODER_BIAS, Vectors.of(new float[4], 1, 4),
            Dictionary.BIAS, Vectors.of(new float[2], 1, 2),
            Dictionary.THRESHOLD, Vectors.of(new float[] {threshold}, 1, 1)),
        Map.of(),
        Dictionary.Scaling.none());
  }

  @Test
  void codesAreInUnitsOfTheScaledDataAndReconstructionsInThoseOfTheData() {
    for (Dictionary.Kind kind : Dictionary.Kind.values()) {
      Dictionary.Scaling scaling = InputScaler.fit(kind, DATA);
      SparseAutoencoder sae = SparseAutoencoder.of(matchingPursuit(scaling));
      assertArrayEquals(
          DATA.toArray(), sae.reconstruct(DATA).toArray(), 1e-5f, "exact with " + kind);
      if (!kind.byVector()) {
        assertArrayEquals(
            DATA.toArray(), sae.decode(sae.encode(DATA)).toArray(), 1e-5f, "exact with " + kind);
      }
    }
  }

  @Test
  void scalingGivesAMeanNormOfTheRootOfTheDimension() {
    for (Dictionary.Kind kind : List.of(Dictionary.Kind.SQRT_D, Dictionary.Kind.CENTRE)) {
      InputScaler scaler = new InputScaler(InputScaler.fit(kind, DATA), 2);
      float[] rows = scaler.read(DATA, 0, 3);
      double norms = 0;
      double sum = 0;
      for (int b = 0; b < 3; b++) {
        norms += Math.hypot(rows[2 * b], rows[2 * b + 1]) / 3;
        sum += rows[2 * b];
      }
      assertEquals(Math.sqrt(2), norms, 1e-6, kind + "");
      assertEquals(kind == Dictionary.Kind.CENTRE ? 0 : sum, sum, 1e-6);
    }
  }

  @Test
  void layerScalingGivesEachRowMeanZeroAndVarianceOne() {
    InputScaler scaler = new InputScaler(InputScaler.fit(Dictionary.Kind.LAYER, DATA), 2);
    assertArrayEquals(new float[] {1, -1, -1, 1, 1, -1}, scaler.read(DATA, 0, 3), 1e-4f);
  }

  @Test
  void anyKMayBeAskedForAtInference() {
    SparseAutoencoder sae = SparseAutoencoder.of(matchingPursuit(Dictionary.Scaling.none()));
    assertArrayEquals(new float[] {3, 0, 0, 0}, sae.encode(DATA, 1).dense(0));
    assertArrayEquals(new float[] {3, 1, 0, 0}, sae.encode(DATA).dense(0));
  }

  @Test
  void topKKeepsTheLargestAndBatchTopKWhatExceedsItsThreshold() {
    SparseCodes top = SparseAutoencoder.of(encoded("topk", 9)).encode(DATA);
    assertArrayEquals(new float[] {3, 0, 0, 0}, top.dense(0));
    assertArrayEquals(new float[] {0, 4, 0, 0}, top.dense(1));
    SparseAutoencoder batch = SparseAutoencoder.of(encoded("batchtopk", 1));
    assertArrayEquals(new float[] {3, 0, 0, 0}, batch.encode(DATA).dense(0)); // 1 is not above 1
    assertArrayEquals(new float[] {0, 4, 2, 0}, batch.encode(DATA).dense(1));
    assertArrayEquals(new float[] {0, 4, 0, 0}, batch.encode(DATA, 1).dense(1));
  }

  @Test
  void atomsOfAnotherNormAreNormalisedWithAWarning() {
    Dictionary loud =
        new Dictionary(
            "mp",
            1,
            Vectors.of(new float[] {3, 0, 0, 1}, 2, 2),
            Map.of(),
            Map.of(),
            Dictionary.Scaling.none());
    Run run = Run.local();
    SparseAutoencoder sae = SparseAutoencoder.of(loud, run);
    assertArrayEquals(new float[] {1, 0, 0, 1}, sae.dictionary().atoms().toArray());
    assertEquals(
        List.of(
            "1 of 2 atoms had a norm other than 1 (up to 3.000): each was divided by its norm, since"
                + " matching pursuit needs unit atoms"),
        run.warnings());
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    SparseAutoencoder sae = SparseAutoencoder.of(matchingPursuit(Dictionary.Scaling.none()));
    refused(
        "k is 5 with 4 features; give a k from 1 to the number of features",
        () -> sae.encode(DATA, 5));
    refused(
        "the vectors have dimension 3, the dictionary 2; give the vectors that the dictionary was"
            + " made for",
        () -> sae.encode(Vectors.of(new float[3], 1, 3)));
    refused(
        "row 1 contains a non-finite value (column 0); remove the row or replace the value",
        () -> sae.encode(Vectors.of(new float[] {1, 2, Float.NEGATIVE_INFINITY, 0}, 2, 2)));
    refused(
        "codes alone do not hold each vector's own scale; reconstruct from the vectors, or train with"
            + " another scaling",
        () -> {
          Dictionary.Scaling layer = InputScaler.fit(Dictionary.Kind.LAYER, DATA);
          SparseAutoencoder own = SparseAutoencoder.of(matchingPursuit(layer));
          own.decode(own.encode(DATA));
        });
    refused(
        "unknown architecture 'dense'; known are batchtopk, gated, jumprelu, matryoshka, mp, polysae, relu, topk",
        () ->
            SparseAutoencoder.of(
                new Dictionary("dense", 1, AXES, Map.of(), Map.of(), Dictionary.Scaling.none())));
    refused(
        "a dictionary of architecture topk lacks 'encoder'; save it again with the program that"
            + " trained it",
        () ->
            SparseAutoencoder.of(
                new Dictionary("topk", 1, AXES, Map.of(), Map.of(), Dictionary.Scaling.none())));
    refused(
        "all 2 vectors are equal; give data that varies",
        () -> InputScaler.fit(Dictionary.Kind.NONE, Vectors.of(new float[] {1, 2, 1, 2}, 2, 2)));
    assertEquals(
        "scaling centre without a mean vector; a mean belongs to centre, and only there",
        assertThrows(
                InputException.class,
                () -> new Dictionary.Scaling(Dictionary.Kind.CENTRE, Optional.empty(), 1))
            .getMessage());
  }

  private static void refused(String message, Executable action) {
    assertEquals(message, assertThrows(InputException.class, action).getMessage());
  }
}
