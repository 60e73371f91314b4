package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/**
 * Autoencoders with a gate: {@code encoder_bias} is the gate's, {@code magnitude_scale} and {@code
 * magnitude_bias} make the magnitude of the same product. With a k asked for, the largest codes.
 */
public final class GatedArchitecture implements Architecture {
  /** Parameter, 1 × F: logarithm of what the gate's product is multiplied by. */
  public static final String MAGNITUDE_SCALE = "magnitude_scale";

  /** Parameter, 1 × F: added to that. */
  public static final String MAGNITUDE_BIAS = "magnitude_bias";

  static final String ID = "gated";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Weights.of(dictionary);
    dictionary.required(MAGNITUDE_SCALE);
    dictionary.required(MAGNITUDE_BIAS);
    return dictionary;
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    Weights weights = Weights.of(dictionary);
    float[] scale = dictionary.required(MAGNITUDE_SCALE);
    float[] bias = dictionary.required(MAGNITUDE_BIAS);
    return new ThresholdEncoder(
        weights,
        new float[1],
        gates -> GatedRule.magnitudes(gates, scale, weights.encoderBias(), bias),
        k);
  }
}
