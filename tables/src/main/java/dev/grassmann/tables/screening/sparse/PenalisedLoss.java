package dev.grassmann.tables.screening.sparse;

/** Loss plus penalty on a block of columns, at one lambda; the intercept goes free. */
final class PenalisedLoss implements Objective {
  private final Block block;
  private final double[] y;
  private final Loss loss;
  private final Penalty penalty;
  private final double lambda;
  private final double[] eta;
  private final double[] slope;
  private int gradients;

  PenalisedLoss(Block block, double[] y, Loss loss, Penalty penalty, double lambda) {
    this.block = block;
    this.y = y;
    this.loss = loss;
    this.penalty = penalty;
    this.lambda = lambda;
    this.eta = new double[y.length];
    this.slope = new double[y.length];
  }

  Block block() {
    return block;
  }

  double[] outcomes() {
    return y;
  }

  Loss loss() {
    return loss;
  }

  Penalty penalty() {
    return penalty;
  }

  double lambda() {
    return lambda;
  }

  /** How often a gradient was asked for. */
  int gradients() {
    return gradients;
  }

  @Override
  public int size() {
    return block.size();
  }

  @Override
  public double weight(int coordinate) {
    return coordinate == 0 ? 0 : lambda;
  }

  @Override
  public double smooth(double[] b) {
    block.times(b, eta);
    return loss.value(eta, y) + concave(b);
  }

  @Override
  public double smooth(double[] b, double[] gradient) {
    gradients++;
    block.times(b, eta);
    loss.slope(eta, y, slope);
    block.transposedTimes(slope, gradient);
    for (int j = 1; j < b.length; j++) {
      gradient[j] += penalty.concaveGradient(b[j], lambda);
    }
    return loss.value(eta, y) + concave(b);
  }

  /**
   * The loss is convex and c concave: their curvatures do not add up, the larger one bounds both.
   */
  @Override
  public double lipschitz() {
    return Math.max(block.largestEigenvalue() * loss.curvature(), penalty.curvature());
  }

  private double concave(double[] b) {
    double sum = 0;
    for (int j = 1; j < b.length; j++) {
      sum += b[j] == 0 ? 0 : penalty.concave(b[j], lambda);
    }
    return sum;
  }
}
