package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether a latent is active and how much are told apart: with u = (x - b_dec) W_encᵀ, a gate π = u
 * + b_gate and a magnitude m = exp(r) u + b_mag, z = 1[π &gt; 0] relu(m). The gate learns by a
 * reconstruction of its own from relu(π), on which the penalty lies.
 */
final class GatedRule implements Rule {
  private final L1Options options;
  private final boolean frozen;
  private final ArrayParameter scale;
  private final ArrayParameter bias;

  /**
   * @param frozen whether decoder and bias are held fixed in the gate's own reconstruction
   */
  GatedRule(L1Options options, boolean frozen, int features) {
    this.options = options;
    this.frozen = frozen;
    this.scale =
        new ArrayParameter(GatedArchitecture.MAGNITUDE_SCALE, new float[features], 1, features);
    this.bias =
        new ArrayParameter(GatedArchitecture.MAGNITUDE_BIAS, new float[features], 1, features);
  }

  @Override
  public String about() {
    return options + (frozen ? ", frozen" : "");
  }

  @Override
  public String architecture() {
    return GatedArchitecture.ID;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(scale, bias);
  }

  @Override
  public Map<String, Vectors> kept() {
    int features = bias.values().length;
    return Map.of(
        GatedArchitecture.MAGNITUDE_SCALE,
        Vectors.of(scale.values(), 1, features),
        GatedArchitecture.MAGNITUDE_BIAS,
        Vectors.of(bias.values(), 1, features));
  }

  @Override
  public void resampled(int latent) {
    scale.values()[latent] = 0;
    bias.values()[latent] = 0;
    scale.forget(latent, 1);
    bias.forget(latent, 1);
  }

  @Override
  public Result descend(Model model, float[] x, int rows, long step, boolean[] dead) {
    Weights weights = model.weights();
    Batch batch = new Batch(model, rows, options.at(step) / rows);
    PreActivations.each(
        weights,
        x,
        rows,
        (first, count, a) -> {
          float[] own = Arrays.copyOfRange(x, first * weights.d(), (first + count) * weights.d());
          batch.add(own, Above.of(a, count, weights.features(), batch.zero));
        });
    batch.penalty.addTo(model.gradient());
    return new Result(
        (batch.squared + batch.gateSquared) / rows + batch.l1,
        batch.squared,
        batch.active,
        batch.fired);
  }

  /** Codes of open gates: their values as magnitudes, rectified. */
  static ActiveCodes magnitudes(ActiveCodes gates, float[] r, float[] gateBias, float[] bias) {
    float[] value = new float[gates.entries()];
    for (int e = 0; e < value.length; e++) {
      int j = gates.latent()[e];
      value[e] = Math.max(0, (float) Math.exp(r[j]) * (gates.value()[e] - gateBias[j]) + bias[j]);
    }
    return new ActiveCodes(gates.rows(), gates.start(), gates.latent(), value);
  }

  /** One batch's sums. */
  private final class Batch {
    private final Model model;
    private final int rows;
    private final double weight;
    private final NormPenalty penalty;
    private final float[] zero;
    private final int[] fired;
    private double squared;
    private double gateSquared;
    private double l1;
    private int active;

    Batch(Model model, int rows, double weight) {
      Weights weights = model.weights();
      this.model = model;
      this.rows = rows;
      this.weight = weight;
      this.penalty = new NormPenalty(weights, options.l1Normed());
      this.zero = new float[weights.features()];
      this.fired = new int[weights.features()];
    }

    void add(float[] x, ActiveCodes gates) {
      Weights weights = model.weights();
      ActiveCodes codes = magnitudes(gates, scale.values(), weights.encoderBias(), bias.values());
      Errors errors = Errors.of(codes, model.decoding(), x, rows);
      Errors gateErrors = Errors.of(gates, model.decoding(), x, rows);
      squared += errors.squared();
      gateSquared += gateErrors.squared();
      Decoding.Pullback back =
          model.decoding().pullback(codes, errors.gradient(), Decoding.Output.WHOLE);
      Decoding.Pullback gateBack =
          model.decoding().pullback(gates, gateErrors.gradient(), Decoding.Output.WHOLE);
      float[] toMagnitude = back.toCodes();
      float[] toGate = gateBack.toCodes();
      float[] toProduct = new float[toGate.length]; // with respect to u
      for (int e = 0; e < toGate.length; e++) {
        int j = gates.latent()[e];
        float pi = gates.value()[e];
        l1 += weight * pi * penalty.norm(j);
        penalty.add(j, weight * pi);
        toGate[e] += (float) (weight * penalty.norm(j));
        toProduct[e] = toGate[e];
        if (codes.value()[e] > 0) {
          float growth = (float) Math.exp(scale.values()[j]);
          float u = pi - weights.encoderBias()[j];
          bias.gradient()[j] += toMagnitude[e];
          scale.gradient()[j] += toMagnitude[e] * growth * u;
          toProduct[e] += toMagnitude[e] * growth;
          fired[j]++;
          active++;
        }
      }
      SparseBackward.toBias(gates, toGate, model.gradient());
      back.add(toProduct, x, model.gradient());
      if (!frozen) {
        gateBack.add(null, x, model.gradient());
      }
    }
  }
}
