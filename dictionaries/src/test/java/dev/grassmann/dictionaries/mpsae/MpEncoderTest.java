package dev.grassmann.dictionaries.mpsae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Golden;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MpEncoderTest {
  private static final Vectors CROSS =
      Vectors.of(new float[] {1, 0, 0, 1, (float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}, 3, 2);

  /** Codes of overcomplete 0.3's MpSAE, float64, on a random dictionary of 24 atoms in R^10. */
  @Test
  void codesAreThoseOfOvercomplete() {
    JsonNode peer = Golden.read("overcomplete_mp.json");
    MpEncoder encoder = new MpEncoder(Vectors.of(Golden.floats(peer.get("dictionary")), 24, 10));
    Vectors x = Vectors.of(Golden.floats(peer.get("x")), 12, 10);
    SparseCodes codes = encoder.encode(x, peer.get("k").asInt());
    for (int row = 0; row < 12; row++) {
      JsonNode expected = peer.get("codes").get(row);
      assertEquals(expected.size(), codes.count(row), "atoms of row " + row);
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        double value = expected.get(Integer.toString(codes.latent(e))).asDouble();
        Golden.agree(value, codes.value(e), "row " + row + " atom " + codes.latent(e));
      }
    }
  }

  /** Codes of overcomplete 0.3's OMPSAE, float64, on the same. */
  @Test
  void orthogonalCodesAreThoseOfOvercomplete() {
    JsonNode given = Golden.read("overcomplete_mp.json");
    JsonNode peer = Golden.read("overcomplete_omp.json");
    MpEncoder encoder = new MpEncoder(Vectors.of(Golden.floats(given.get("dictionary")), 24, 10));
    SparseCodes codes = encoder.encodeOrthogonally(Golden.floats(given.get("x")), 12, 5);
    for (int row = 0; row < 12; row++) {
      JsonNode expected = peer.get("codes").get(row);
      assertEquals(expected.size(), codes.count(row), "atoms of row " + row);
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        double value = expected.get(Integer.toString(codes.latent(e))).asDouble();
        Golden.agree(value, codes.value(e), "row " + row + " atom " + codes.latent(e));
      }
    }
  }

  @Test
  void theSignedCorrelationDecidesNotItsSize() {
    SparseCodes codes = new MpEncoder(CROSS).encode(new float[] {1, -5}, 1, 1);
    assertArrayEquals(new float[] {1, 0, 0}, codes.dense(0));
  }

  @Test
  void theBiasIsTakenOffFirst() {
    SparseCodes codes =
        new MpEncoder(CROSS, new float[] {10, 10}).encode(new float[] {10, 12}, 1, 1);
    assertArrayEquals(new float[] {0, 2, 0}, codes.dense(0));
  }

  @Test
  void aRowOfZerosHasNoCodes() {
    MpEncoder encoder = new MpEncoder(CROSS);
    assertEquals(0, encoder.encode(new float[2], 1, 3).count(0));
    assertEquals(0, encoder.encode(new float[2], 1, new StopRule(3, 0.1, true)).count(0));
  }

  @Test
  void manyRowsAreEncodedAsEachAlone() {
    SplittableRandom random = new SplittableRandom(3);
    float[] rows = new float[40 * 9];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    MpEncoder encoder = new MpEncoder(Vectors.of(Pursue.unit(rows, 40, 9).rows(), 40, 9));
    float[] x = new float[500 * 9];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    SparseCodes all = encoder.encode(Vectors.of(x, 500, 9), 6);
    float[] one = new float[9];
    for (int row = 0; row < 500; row++) {
      System.arraycopy(x, row * 9, one, 0, 9);
      assertArrayEquals(encoder.encode(one, 1, 6).dense(0), all.dense(row), 1e-5f, "row " + row);
    }
  }

  @Test
  void whatCannotBeEncodedIsRefused() {
    MpEncoder encoder = new MpEncoder(CROSS);
    refused(
        "k is 4 with 3 features; give a k from 1 to the number of features",
        () -> encoder.encode(new float[2], 1, 4));
    refused(
        "the pursuit has 0 steps; give a k of at least 1",
        () -> encoder.encode(new float[2], 1, 0));
    refused(
        "tau is -0.5; give 0 (exactly k picks) or a residual norm above 0",
        () -> new StopRule(1, -0.5, false));
    refused(
        "the vectors have dimension 3, the atoms 2; give vectors and atoms of one dimension",
        () -> encoder.encode(Vectors.of(new float[3], 1, 3), 1));
    float[] rows = new float[40];
    rows[35] = Float.NaN;
    refused(
        "row 17 contains a non-finite value (column 1); remove the row or replace the value",
        () -> encoder.encode(Vectors.of(rows, 20, 2), 1));
    rows[35] = 1 << 30;
    rows[35] *= 1 << 30;
    refused(
        "row 17 contains 1.1529215E18 (column 1); numbers may go up to 9e15: divide the data by their"
            + " scale",
        () -> encoder.encode(Vectors.of(rows, 20, 2), 1));
    refused(
        "atom 1 has norm 2.0000; matching pursuit needs atoms of norm 1: divide each by its norm",
        () -> new MpEncoder(Vectors.of(new float[] {1, 0, 0, 2}, 2, 2)));
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable action) {
    assertEquals(message, assertThrows(InputException.class, action).getMessage());
  }
}
