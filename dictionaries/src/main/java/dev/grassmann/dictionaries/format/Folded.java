package dev.grassmann.dictionaries.format;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;

/**
 * A dictionary's matrices for data as they are: with y = (x - m) s, codes of (y - b) W_encᵀ are
 * those of (x - m - b/s) (s W_enc)ᵀ, and y_hat = z W + b is undone by W/s and m + b/s.
 *
 * @param encoder F × d
 * @param decoder F × d
 * @param encoderBias F numbers
 * @param bias d numbers
 */
record Folded(float[] encoder, float[] decoder, float[] encoderBias, float[] bias) {
  static Folded of(Dictionary dictionary) {
    Dictionary.Scaling scaling = dictionary.scaling();
    if (scaling.kind() == Dictionary.Kind.LAYER) {
      throw new InputException(
          "scaling layer cannot be written: the other program divides by another deviation",
          "--normalize",
          "train with none, sqrt-d or centre");
    }
    float[] encoder = dictionary.required(Dictionary.ENCODER);
    float[] decoder = dictionary.atoms().toArray();
    float[] bias = dictionary.required(Dictionary.BIAS);
    double s = scaling.kind() == Dictionary.Kind.ROW ? 1 : scaling.factor();
    for (int i = 0; i < encoder.length; i++) {
      encoder[i] = (float) (encoder[i] * s);
      decoder[i] = (float) (decoder[i] / s);
    }
    float[] mean = scaling.mean().map(Vectors::toArray).orElseGet(() -> new float[bias.length]);
    for (int c = 0; c < bias.length; c++) {
      bias[c] = (float) (mean[c] + bias[c] / s);
    }
    return new Folded(encoder, decoder, dictionary.required(Dictionary.ENCODER_BIAS), bias);
  }

  /** Refuses architectures that have no encoder of their own. */
  static void requireEncoder(Dictionary dictionary) {
    if (dictionary.parameter(Dictionary.ENCODER).isEmpty()) {
      throw new InputException(
          "architecture " + dictionary.architecture() + " has no place in SAELens' files",
          "",
          "convert a dictionary that has an encoder, e.g. of --method topk");
    }
  }
}
