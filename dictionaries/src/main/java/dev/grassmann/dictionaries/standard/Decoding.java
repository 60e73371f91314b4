package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.train.Parameter;
import java.util.List;
import java.util.Map;

/** How codes become reconstructions while an autoencoder learns, and how gradients go back. */
public interface Decoding {
  /** Every choice in words; empty for the plain linear decoder. */
  String about();

  /** Parameters of its own; empty where the decoder is the shared F × d matrix. */
  List<Parameter> parameters();

  /**
   * What is decoded.
   *
   * @param biased whether b_dec is added
   * @param auxiliary whether it is what dead latents make of the residual
   */
  record Output(boolean biased, boolean auxiliary) {
    /** The reconstruction. */
    static final Output WHOLE = new Output(true, false);

    /** Some latents' share of it. */
    static final Output SHARE = new Output(false, false);
  }

  /**
   * Reconstructs.
   *
   * @return rows × d
   */
  float[] decode(ActiveCodes codes, Output output);

  /**
   * Prepares the way back.
   *
   * @param gradient rows × d, the loss's with respect to what was decoded
   */
  Pullback pullback(ActiveCodes codes, float[] gradient, Output output);

  /** Restores what must hold of its parameters after they have moved. */
  default void moved() {}

  /** F × d: each latent's direction, as a dictionary keeps it. */
  float[] atoms();

  /** The word in a dictionary's {@code architecture}, where the codes alone would have this one. */
  default String architecture(String ofCodes) {
    return ofCodes;
  }

  /** What else a dictionary keeps, by name. */
  default Map<String, Vectors> kept() {
    return Map.of();
  }

  /** Settings of the decoding, by name. */
  default Map<String, Double> settings() {
    return Map.of();
  }

  /** One way back. */
  interface Pullback {
    /** The loss's gradient with respect to each code. */
    float[] toCodes();

    /**
     * Adds the gradients of decoder and encoder; the encoder's bias is {@link
     * SparseBackward#toBias}'s.
     *
     * @param toProduct gradient with respect to (x - b_dec) W_encᵀ of each entry; null where
     *     nothing goes on to the encoder
     * @param x rows × d, what was encoded
     */
    void add(float[] toProduct, float[] x, Weights into);
  }
}
