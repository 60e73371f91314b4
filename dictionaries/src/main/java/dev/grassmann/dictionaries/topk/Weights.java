package dev.grassmann.dictionaries.topk;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import java.util.HashMap;
import java.util.Map;

/**
 * Parameters of a sparse autoencoder with an encoder of its own, or their gradients. With a = (x -
 * b_dec) W_encᵀ + b_enc and z chosen from a, x_hat = z W_dec + b_dec.
 *
 * @param features number of latents, F
 * @param d dimension of the data
 * @param encoder F × d, one latent's encoder direction a row, so that a chosen latent's weights lie
 *     together
 * @param decoder F × d
 * @param encoderBias F numbers, b_enc
 * @param bias d numbers, b_dec
 */
record Weights(
    int features, int d, float[] encoder, float[] decoder, float[] encoderBias, float[] bias) {
  /** All zeros. */
  static Weights zeros(int features, int d) {
    int size = Math.multiplyExact(features, d);
    return new Weights(
        features, d, new float[size], new float[size], new float[features], new float[d]);
  }

  /** A dictionary's parameters; those that it lacks are refused by name. */
  static Weights of(Dictionary dictionary) {
    return new Weights(
        dictionary.features(),
        dictionary.d(),
        dictionary.required(Dictionary.ENCODER),
        dictionary.atoms().toArray(),
        dictionary.required(Dictionary.ENCODER_BIAS),
        dictionary.required(Dictionary.BIAS));
  }

  /** The parameters as a dictionary has them, without the decoder. */
  Map<String, Vectors> parameters() {
    Map<String, Vectors> named = new HashMap<>();
    named.put(Dictionary.ENCODER, Vectors.of(encoder, features, d));
    named.put(Dictionary.ENCODER_BIAS, Vectors.of(encoderBias, 1, features));
    named.put(Dictionary.BIAS, Vectors.of(bias, 1, d));
    return named;
  }

  /** Norms of the decoder's rows. */
  float[] decoderNorms() {
    float[] norms = new float[features];
    for (int i = 0; i < features; i++) {
      double square = 0;
      for (int c = i * d; c < (i + 1) * d; c++) {
        square += (double) decoder[c] * decoder[c];
      }
      norms[i] = (float) Math.sqrt(square);
    }
    return norms;
  }
}
