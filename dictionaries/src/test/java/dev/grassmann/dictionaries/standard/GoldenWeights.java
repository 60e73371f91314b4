package dev.grassmann.dictionaries.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.dictionaries.Golden;

/** The family's weights in the figures, and how gradients are compared with them. */
final class GoldenWeights {
  static final int F = 6;
  static final int D = 4;

  private GoldenWeights() {}

  static Weights family() {
    float[] reference = Golden.wave(D, F, -0.4);
    float[] encoder = new float[F * D];
    float[] encoderBias = new float[F];
    for (int i = 0; i < F; i++) {
      encoderBias[i] = (float) (0.05 * i);
      for (int c = 0; c < D; c++) {
        encoder[i * D + c] = reference[c * F + i];
      }
    }
    float[] bias = {0.1f, -0.2f, 0.05f, 0};
    return new Weights(F, D, encoder, Golden.wave(F, D, 0.5), encoderBias, bias);
  }

  static void agree(JsonNode expected, Weights gradient) {
    Golden.agree(expected.get("wEnc"), transposed(gradient.encoder()), "encoder's gradient");
    Golden.agree(expected.get("wDec"), gradient.decoder(), "decoder's gradient");
    Golden.agree(expected.get("bEnc"), gradient.encoderBias(), "encoder bias's gradient");
    Golden.agree(expected.get("bDec"), gradient.bias(), "bias's gradient");
  }

  /** The reference's encoder is d × F. */
  private static float[] transposed(float[] encoder) {
    float[] out = new float[F * D];
    for (int i = 0; i < F; i++) {
      for (int c = 0; c < D; c++) {
        out[c * F + i] = encoder[i * D + c];
      }
    }
    return out;
  }
}
