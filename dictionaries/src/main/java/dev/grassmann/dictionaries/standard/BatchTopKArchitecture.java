package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/**
 * Autoencoders that were trained to keep the k · B largest pre-activations of a batch. Encoding
 * does not depend on the batch: what exceeds the trained threshold is kept (a JumpReLU); with a k
 * asked for, the k largest of each row.
 */
public final class BatchTopKArchitecture implements Architecture {
  static final String ID = "batchtopk";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Weights.of(dictionary);
    int thresholds = dictionary.required(Dictionary.THRESHOLD).length;
    if (thresholds != 1) {
      throw new InputException(
          thresholds + " thresholds", "parameter 'threshold'", "batchtopk has one for all latents");
    }
    return dictionary;
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    Weights weights = Weights.of(dictionary);
    if (k.isPresent()) {
      Chooser.Plan plan = Chooser.Plan.largest(k.getAsInt());
      return (rows, n) ->
          new Chooser(weights, plan).choose(rows, n).codes().toSparseCodes(weights.features());
    }
    return new ThresholdEncoder(
        weights, dictionary.required(Dictionary.THRESHOLD), passed -> passed, k);
  }
}
