package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.train.UnitRows;
import dev.grassmann.engine.RowRanges;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

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
public record Weights(
    int features, int d, float[] encoder, float[] decoder, float[] encoderBias, float[] bias) {
  private static final int SHIFTED_ROWS = 128;

  /** All zeros. */
  static Weights zeros(int features, int d) {
    int size = Math.multiplyExact(features, d);
    return new Weights(
        features, d, new float[size], new float[size], new float[features], new float[d]);
  }

  /**
   * The start of a training: decoder rows of uniform numbers, brought to one norm, and the encoder
   * as their transpose.
   *
   * @param first the first batch, rows × d: where the bias may start
   */
  static Weights start(
      Footing footing, int features, float[] first, int rows, SplittableRandom random) {
    Weights start = zeros(features, first.length / rows);
    float[] decoder = start.decoder();
    for (int i = 0; i < decoder.length; i++) {
      decoder[i] = (float) random.nextDouble(-1, 1);
    }
    UnitRows.normalise(decoder, features, start.d());
    for (int i = 0; i < decoder.length; i++) {
      decoder[i] *= (float) footing.startNorm();
    }
    System.arraycopy(decoder, 0, start.encoder(), 0, decoder.length);
    float[] bias = footing.biasStart().of(first, rows, start.d());
    System.arraycopy(bias, 0, start.bias(), 0, bias.length);
    return start;
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

  /** x - b_dec, rows × d: what the encoder sees. */
  float[] shifted(float[] x, int rows) {
    float[] shifted = new float[rows * d];
    RowRanges.forEach(
        rows,
        SHIFTED_ROWS,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            int row = b * d;
            for (int c = 0; c < d; c++) {
              shifted[row + c] = x[row + c] - bias[c];
            }
          }
        });
    return shifted;
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
