package dev.grassmann.dictionaries.polysae;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures by golden_poly.py; those written out are published. */
class PolyDecoderTest {
  private static final JsonNode FIGURES = Golden.read("golden_poly.json");
  private static final float[] BIAS = {0.1f, -0.2f, 0.05f, 0};
  private static final ActiveCodes CODES = codes();

  static PolyWeights weights() {
    return new PolyWeights(
        6,
        4,
        new int[] {4, 3, 2},
        Golden.floats(FIGURES.get("U")),
        new float[][] {Golden.wave(4, 4, 0.1), Golden.wave(4, 3, 0.6), Golden.wave(4, 2, -0.2)},
        new float[] {-0.5f, 0.5f});
  }

  private static ActiveCodes codes() {
    float[] dense = Golden.floats(FIGURES.get("z"));
    int[] start = new int[3];
    int[] latent = new int[12];
    float[] value = new float[12];
    int size = 0;
    for (int i = 0; i < 12; i++) {
      if (dense[i] > 0) {
        latent[size] = i % 6;
        value[size++] = dense[i];
      }
      start[i / 6 + 1] = size;
    }
    return new ActiveCodes(2, start, Arrays.copyOf(latent, size), Arrays.copyOf(value, size));
  }

  @Test
  void decodesWhatTheReferenceDecodes() {
    PolyDecoder decoder = new PolyDecoder(weights());
    Golden.agree(FIGURES.get("hat"), decoder.decode(CODES, BIAS, 3), "x_hat");
    Golden.agree(FIGURES.get("first"), decoder.decode(CODES, BIAS, 1), "linear term");
    float[] plain = decoder.decode(CODES, null, 3);
    double[] published = {
      1.461511, 1.098350, -0.271455, -1.307165, 0.458682, -0.072972, -0.511502, -0.482864
    };
    for (int i = 0; i < 8; i++) {
      assertEquals(published[i], plain[i], 1e-6);
    }
    double[] first = {1.494864, 0.567647, -0.885669, -1.464452};
    float[] linear = decoder.decode(CODES, null, 1);
    for (int i = 0; i < 4; i++) {
      assertEquals(first[i], linear[i], 1e-6);
    }
  }

  @Test
  void rowByRowItIsTheSame() {
    SparseCodes kept = CODES.toSparseCodes(6);
    float[] out = new float[8];
    for (int row = 0; row < 2; row++) {
      new PolyDecoder(weights()).decodeRow(kept, row, BIAS, out, 4 * row);
    }
    Golden.agree(FIGURES.get("hat"), out, "x_hat");
  }

  @Test
  void hasTheReferencesGradients() {
    PolyWeights weights = weights();
    PolyDecoder decoder = new PolyDecoder(weights);
    float[] error = decoder.decode(CODES, BIAS, 3);
    float[] x = Golden.wave(2, 4, 2.0);
    double loss = 0;
    for (int i = 0; i < 8; i++) {
      error[i] -= x[i];
      loss += error[i] * error[i] / 2;
    }
    Golden.agree(FIGURES.get("loss").asDouble(), loss, "loss"); // d loss / d x_hat = error here
    PolyWeights gradient =
        new PolyWeights(
            6,
            4,
            weights.ranks(),
            new float[24],
            new float[][] {new float[16], new float[12], new float[8]},
            new float[2]);
    float[] toProjected = decoder.toProjected(CODES, error, 3, gradient);
    decoder.toProjection(CODES, toProjected, gradient.projection());
    JsonNode expected = FIGURES.get("gradients");
    Golden.agree(expected.get("projection"), gradient.projection(), "U");
    for (int o = 1; o <= 3; o++) {
      Golden.agree(expected.get(PolyWeights.mix(o)), gradient.mixes()[o - 1], "C" + o);
    }
    Golden.agree(expected.get("lambdas"), gradient.lambdas(), "lambdas");
    float[] toCodes = decoder.toCodes(CODES, toProjected);
    double[] dense = Golden.doubles(expected.get("z"));
    for (int b = 0; b < 2; b++) {
      for (int e = CODES.start()[b]; e < CODES.start()[b + 1]; e++) {
        Golden.agree(dense[6 * b + CODES.latent()[e]], toCodes[e], "code " + e);
      }
    }
  }

  @Test
  void pairsAndTriplesAreThoseOfTheWholeTensors() {
    Pairs pairs = new Pairs(weights(), new float[24]);
    agree("pair01", pairs.pairVector(0, 1));
    agree("pair25", pairs.pairVector(5, 2));
    agree("triple024", pairs.tripleVector(4, 0, 2));
    assertEquals(0.2503286, pairs.pairStrength(0, 1), 1e-6);
    assertEquals(0.2759512, pairs.pairStrength(2, 5), 1e-6);
    assertEquals(
        Pairs.norm(pairs.pairVector(1, 3)), pairs.pairStrength(1, 3), 1e-12, "by Gram or whole");
    double[] published = {0.573219, 1.219683, 1.003590, 1.530408, 1.153058, 1.385950};
    for (int i = 0; i < 6; i++) {
      assertEquals(published[i], pairs.decoderNorm(i), 1e-6);
    }
  }

  private static void agree(String name, double[] measured) {
    double[] expected = Golden.doubles(FIGURES.get(name));
    for (int c = 0; c < expected.length; c++) {
      assertEquals(expected[c], measured[c], 1e-6, name);
    }
  }

  @Test
  void thePairTermsAddUpToTheDecodersSquares() {
    PolyWeights weights = weights();
    Pairs pairs = new Pairs(weights, new float[24]);
    PolyDecoder decoder = new PolyDecoder(weights);
    float[] both = decode(decoder, new int[] {1, 4}, new float[] {0.7f, 1.3f}, 2);
    float[] one = decode(decoder, new int[] {1}, new float[] {0.7f}, 2);
    float[] other = decode(decoder, new int[] {4}, new float[] {1.3f}, 2);
    for (int c = 0; c < 4; c++) {
      assertEquals(
          0.7 * 1.3 * pairs.pairVector(1, 4)[c], both[c] - one[c] - other[c], 1e-6, "cross term");
    }
  }

  private static float[] decode(PolyDecoder decoder, int[] latents, float[] values, int order) {
    int[] start = {0, latents.length};
    return decoder.decode(new ActiveCodes(1, start, latents, values), null, order);
  }

  @ParameterizedTest
  @EnumSource(names = {"QR", "CHOLESKY"})
  void bothRetractionsGiveThePositiveQ(Retraction retraction) {
    float[] near = Golden.floats(FIGURES.get("near"));
    retraction.apply(near, 6, 4);
    Golden.agree(FIGURES.get("retracted"), near, "Q");
    float[] vanished = new float[24];
    retraction.apply(vanished, 6, 4);
    assertEquals(0, vanished[0], "nothing to keep");
  }
}
