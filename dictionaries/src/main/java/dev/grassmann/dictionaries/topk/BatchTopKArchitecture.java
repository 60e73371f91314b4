package dev.grassmann.dictionaries.topk;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
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
    float threshold = dictionary.required(Dictionary.THRESHOLD)[0];
    return (rows, n) -> above(weights, rows, n, Math.max(0, threshold));
  }

  /** Codes of all pre-activations above a threshold. */
  private static SparseCodes above(Weights weights, float[] rows, int n, float threshold) {
    int features = weights.features();
    SparseCodes.Builder codes = SparseCodes.builder(features);
    int block = PreActivations.block(n, features);
    float[] a = new float[Math.multiplyExact(block, features)];
    try (PreActivations preActivations = new PreActivations(weights)) {
      for (int from = 0; from < n; from += block) {
        int count = Math.min(block, n - from);
        preActivations.of(rows, from, count, a);
        for (int i = 0; i < count * features; i++) {
          if (a[i] > threshold) {
            codes.add(i % features, a[i]);
          }
          if (i % features == features - 1) {
            codes.endRow();
          }
        }
      }
    }
    return codes.build();
  }
}
