package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/**
 * What a rule works on.
 *
 * @param weights encoder and biases; the decoder too where the decoding is linear
 * @param gradient of them, is added to
 */
public record Model(Weights weights, Weights gradient, Decoding decoding) {
  /** With the plain linear decoder. */
  static Model linear(Weights weights, Weights gradient) {
    return new Model(weights, gradient, new LinearDecoding(weights));
  }

  /**
   * Adds all gradients of a loss of what codes reconstruct, where each code is a pre-activation.
   *
   * @param outputGradient rows × d, the loss's with respect to x_hat
   */
  void descend(ActiveCodes codes, float[] outputGradient, float[] x, Decoding.Output output) {
    Decoding.Pullback back = decoding.pullback(codes, outputGradient, output);
    float[] toCodes = back.toCodes();
    SparseBackward.toBias(codes, toCodes, gradient);
    back.add(toCodes, x, gradient);
  }
}
