package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/**
 * Autoencoders whose codes are the pre-activations above thresholds; with a k asked for, the
 * largest of them.
 */
public final class JumpReluArchitecture implements Architecture {
  static final String ID = "jumprelu";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Weights.of(dictionary);
    int thresholds = dictionary.required(Dictionary.THRESHOLD).length;
    if (thresholds != 1 && thresholds != dictionary.features()) {
      throw new InputException(
          thresholds + " thresholds",
          "parameter 'threshold'",
          "jumprelu has one for all latents, or one for each");
    }
    return dictionary;
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    float[] thresholds = dictionary.required(Dictionary.THRESHOLD);
    return new ThresholdEncoder(Weights.of(dictionary), thresholds, passed -> passed, k);
  }
}
