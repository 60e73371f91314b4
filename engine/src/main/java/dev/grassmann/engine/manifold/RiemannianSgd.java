package dev.grassmann.engine.manifold;

import dev.grassmann.engine.linalg.Qr;

/**
 * Stochastic gradient descent with momentum for one subspace (Wang and others 2023, GCR): the
 * gradient is projected onto the tangent space, and the step goes along the geodesic.
 */
public final class RiemannianSgd {
  /** What becomes of the momentum when the point moves. */
  public enum Momentum {
    /** It stays in the surrounding space and is projected when used: the authors' program. */
    AMBIENT_PROJECT,
    /** It is projected onto each new tangent space: the paper's text. */
    TANGENT_PROJECT,
    /** It is carried along the geodesic, which keeps its length. */
    PARALLEL
  }

  private final Grassmann manifold;
  private final double learningRate;
  private final double decay;
  private final Momentum momentum;
  private final int reorthonormalise;
  private double[] point;
  private final double[] buffer;
  private long steps;

  /**
   * @param start orthonormal, n × p; copied
   * @param learningRate above 0
   * @param decay of the momentum, 0 to 1
   * @param reorthonormalise steps after which rounding is taken off by QR
   */
  public RiemannianSgd(
      Grassmann manifold,
      double[] start,
      double learningRate,
      double decay,
      Momentum momentum,
      int reorthonormalise) {
    this.manifold = manifold;
    this.point = start.clone();
    this.learningRate = learningRate;
    this.decay = decay;
    this.momentum = momentum;
    this.reorthonormalise = reorthonormalise;
    this.buffer = new double[start.length];
  }

  /** A copy of the point, n × p. */
  public double[] point() {
    return point.clone();
  }

  /**
   * One step against the Euclidean gradient of a loss at {@link #point}.
   *
   * @param gradient n × p
   */
  public void step(double[] gradient) {
    for (int i = 0; i < buffer.length; i++) {
      buffer[i] *= decay;
    }
    boolean ambient = momentum == Momentum.AMBIENT_PROJECT;
    Grassmann.add(buffer, 1, ambient ? gradient : manifold.tangent(point, gradient));
    double[] direction = manifold.tangent(point, buffer);
    if (momentum == Momentum.TANGENT_PROJECT) {
      System.arraycopy(direction, 0, buffer, 0, buffer.length);
    }
    double[] next = manifold.exponential(point, direction, -learningRate);
    if (momentum == Momentum.PARALLEL) {
      double[] carried = manifold.transport(point, direction, direction, -learningRate);
      System.arraycopy(carried, 0, buffer, 0, buffer.length);
    }
    steps++;
    // the factor of positive diagonal is the basis nearest by, so that the momentum still fits
    boolean due = steps % reorthonormalise == 0;
    point = due ? Qr.of(next, manifold.n(), manifold.p()).q() : next;
  }
}
