package dev.grassmann.dictionaries;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import java.util.OptionalInt;

/**
 * How one kind of sparse autoencoder finds codes. Implementations have a public no-argument
 * constructor and are named in {@code META-INF/services/dev.grassmann.dictionaries.Architecture};
 * what a dictionary's {@link Dictionary#architecture} names is looked up there.
 */
public interface Architecture {
  /** The word in {@link Dictionary#architecture}, lower case. */
  String id();

  /**
   * The dictionary as this architecture needs it: itself, or a copy mended with a warning.
   *
   * @throws dev.grassmann.core.InputException where the dictionary lacks a parameter
   */
  Dictionary accept(Dictionary dictionary, Run run);

  /**
   * An encoder with the dictionary's parameters.
   *
   * @param dictionary one that {@link #accept} gave
   * @param k sparsity to encode with, 1 to F; empty for the one that the dictionary was trained
   *     with
   */
  Encoder encoder(Dictionary dictionary, OptionalInt k);

  /**
   * A decoder with the dictionary's parameters: atoms and bias, unless the architecture says
   * otherwise.
   */
  default Decoder decoder(Dictionary dictionary) {
    return new LinearDecoder(dictionary);
  }
}
