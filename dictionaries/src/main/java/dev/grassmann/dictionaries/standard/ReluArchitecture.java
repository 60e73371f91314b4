package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.Architecture;
import dev.grassmann.dictionaries.Encoder;
import java.util.OptionalInt;

/** Autoencoders whose codes are all positive pre-activations; with a k asked for, the largest. */
public final class ReluArchitecture implements Architecture {
  static final String ID = "relu";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dictionary accept(Dictionary dictionary, Run run) {
    Weights.of(dictionary);

    return dictionary;
  }

  @Override
  public Encoder encoder(Dictionary dictionary, OptionalInt k) {
    return new ThresholdEncoder(Weights.of(dictionary), new float[1], passed -> passed, k);
  }
}
