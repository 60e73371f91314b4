package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;

/** One batch of a JumpReLU autoencoder: loss and gradients, added up block by block. */
final class JumpReluBatch {
  private final Model model;
  private final JumpReluOptions options;
  private final double weight;
  private final float[] theta;
  private final int rows;
  private final NormPenalty penalty;
  private final double[] toTheta;
  private final int[] inBand;
  private final int[] fired;
  private double squared;
  private double extra;
  private int active;

  /**
   * @param weight of the sparsity loss in this step
   * @param theta F thresholds
   * @param rows of the whole batch
   */
  JumpReluBatch(Model model, JumpReluOptions options, double weight, float[] theta, int rows) {
    this.model = model;
    this.options = options;
    this.weight = weight;
    this.theta = theta;
    this.rows = rows;
    this.penalty = new NormPenalty(model.weights(), tanh());
    this.toTheta = new double[theta.length];
    this.inBand = new int[theta.length];
    this.fired = new int[theta.length];
  }

  private boolean tanh() {
    return options.sparsityLoss() == JumpReluOptions.SparsityLoss.TANH;
  }

  /** Below these no pre-activation matters: θ less half the band. */
  float[] floor() {
    float[] floor = theta.clone();
    for (int j = 0; j < floor.length; j++) {
      floor[j] -= (float) (options.bandwidth() / 2);
    }
    return floor;
  }

  /** Adds a block: its pre-activations above the floor. */
  void add(float[] x, ActiveCodes near) {
    float[] value = new float[near.entries()];
    for (int e = 0; e < value.length; e++) {
      value[e] = near.value()[e] > theta[near.latent()[e]] ? near.value()[e] : 0;
    }
    ActiveCodes codes = new ActiveCodes(near.rows(), near.start(), near.latent(), value);
    Errors errors = Errors.of(codes, model.decoding(), x, rows);
    squared += errors.squared();
    Decoding.Pullback back =
        model.decoding().pullback(codes, errors.gradient(), Decoding.Output.WHOLE);
    float[] toCode = back.toCodes();
    for (int e = 0; e < value.length; e++) {
      int j = near.latent()[e];
      if (tanh()) {
        toCode[e] += (float) flatten(j, value[e]);
      }
      double off = (near.value()[e] - theta[j]) / options.bandwidth();
      if (Math.abs(off) < 0.5) {
        inBand[j]++;
        toTheta[j] -= theta[j] / options.bandwidth() * toCode[e];
      }
      if (value[e] == 0) {
        toCode[e] = 0;
      } else {
        fired[j]++;
        active++;
      }
    }
    SparseBackward.toBias(codes, toCode, model.gradient());
    back.add(toCode, x, model.gradient());
  }

  /** Adds tanh(scale · z ‖W‖); its derivative with respect to z. */
  private double flatten(int j, float z) {
    double scale = options.tanhScale();
    double bent = Math.tanh(scale * z * penalty.norm(j));
    double slope = weight / rows * scale * (1 - bent * bent);
    extra += weight / rows * bent;
    penalty.add(j, slope * z);
    return slope * penalty.norm(j);
  }

  /** Pre-activations of dead latents below their thresholds. */
  ActiveCodes below(float[] a, int count, boolean[] dead) {
    int features = theta.length;
    float[] turned = new float[count * features];
    float[] floor = new float[features];
    for (int j = 0; j < features; j++) {
      floor[j] = dead[j] ? -theta[j] : Float.POSITIVE_INFINITY;
    }
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -a[i];
    }
    return Above.of(turned, count, features, floor); // values are -a
  }

  /** Adds weight · relu(θ - a) ‖W‖ of dead latents. */
  void addDead(float[] x, ActiveCodes below) {
    double share = options.preActWeight() / rows;
    float[] toPre = new float[below.entries()];
    for (int e = 0; e < toPre.length; e++) {
      int j = below.latent()[e];
      double under = theta[j] + below.value()[e];
      extra += share * under * penalty.norm(j);
      penalty.add(j, share * under);
      toTheta[j] += share * penalty.norm(j);
      toPre[e] = (float) (-share * penalty.norm(j));
    }
    SparseBackward.toBias(below, toPre, model.gradient());
    new SparseBackward(model.weights(), below).toEncoder(toPre, x, model.gradient());
  }

  /** Adds what depends on the whole batch; the loss. */
  double finish() {
    penalty.addTo(model.gradient());
    double l0 = (double) active / rows;
    double slope = 0;
    double sparsity = 0;
    switch (options.sparsityLoss()) {
      case STEP -> {
        sparsity = weight * l0;
        slope = weight;
      }
      case TARGET -> {
        double off = l0 / options.targetL0() - 1;
        sparsity = weight * off * off;
        slope = 2 * weight * off / options.targetL0();
      }
      case TANH -> {} // added up row by row
    }
    for (int j = 0; j < theta.length; j++) {
      toTheta[j] -= slope / options.bandwidth() * inBand[j] / rows;
    }
    return squared / rows + extra + sparsity;
  }

  /** The loss's derivative with respect to θ, after {@link #finish}. */
  float[] toTheta() {
    float[] narrow = new float[toTheta.length];
    for (int j = 0; j < narrow.length; j++) {
      narrow[j] = (float) toTheta[j];
    }
    return narrow;
  }

  double squared() {
    return squared;
  }

  int active() {
    return active;
  }

  int[] fired() {
    return fired;
  }
}
