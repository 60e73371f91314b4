package dev.grassmann.tables.quickselection;

/**
 * The network: d inputs, H hidden units (sigmoid), d outputs, and only the connections that exist.
 * Holds what is learnt; a batch's activations are {@link Step}'s.
 */
final class Autoencoder {
  private Connections first;
  private Connections second;
  private Mirror mirror;
  private final float[] hiddenBias;
  private final float[] hiddenBiasVelocity;
  private final float[] outputBias;
  private final float[] outputBiasVelocity;

  /** Biases 0. */
  Autoencoder(Connections first, Connections second) {
    this(
        first,
        second,
        new float[first.units()],
        new float[first.units()],
        new float[second.units()],
        new float[second.units()]);
  }

  Autoencoder(
      Connections first,
      Connections second,
      float[] hiddenBias,
      float[] hiddenBiasVelocity,
      float[] outputBias,
      float[] outputBiasVelocity) {
    this.hiddenBias = hiddenBias;
    this.hiddenBiasVelocity = hiddenBiasVelocity;
    this.outputBias = outputBias;
    this.outputBiasVelocity = outputBiasVelocity;
    rewire(first, second);
  }

  /** Other connections between the same units. */
  void rewire(Connections newFirst, Connections newSecond) {
    this.first = newFirst;
    this.second = newSecond;
    this.mirror = Mirror.of(newSecond);
  }

  Connections first() {
    return first;
  }

  Connections second() {
    return second;
  }

  Mirror mirror() {
    return mirror;
  }

  float[] hiddenBias() {
    return hiddenBias;
  }

  float[] hiddenBiasVelocity() {
    return hiddenBiasVelocity;
  }

  float[] outputBias() {
    return outputBias;
  }

  float[] outputBiasVelocity() {
    return outputBiasVelocity;
  }

  int columns() {
    return first.inputs();
  }

  int hidden() {
    return first.units();
  }
}
