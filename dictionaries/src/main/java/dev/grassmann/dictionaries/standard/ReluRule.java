package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import java.util.Arrays;

/** z = relu(a), with a penalty on the sum of codes: the first sparse autoencoders. */
final class ReluRule implements Rule {
  private final L1Options options;

  ReluRule(L1Options options) {
    this.options = options;
  }

  @Override
  public String about() {
    return options.toString();
  }

  @Override
  public String architecture() {
    return ReluArchitecture.ID;
  }

  @Override
  public Result descend(Model model, float[] x, int rows, long step, boolean[] dead) {
    Weights weights = model.weights();
    int features = weights.features();
    double weight = options.at(step) / rows;
    NormPenalty penalty = new NormPenalty(weights, options.l1Normed());
    float[] zero = new float[features];
    int[] fired = new int[features];
    double[] sums = new double[2]; // squared error, penalty
    int[] active = new int[1];
    PreActivations.each(
        weights,
        x,
        rows,
        (first, count, a) -> {
          float[] own = Arrays.copyOfRange(x, first * weights.d(), (first + count) * weights.d());
          ActiveCodes codes = Above.of(a, count, features, zero);
          Errors errors = Errors.of(codes, model.decoding(), own, rows);
          Decoding.Pullback back =
              model.decoding().pullback(codes, errors.gradient(), Decoding.Output.WHOLE);
          float[] toCode = back.toCodes();
          for (int e = 0; e < codes.entries(); e++) {
            int j = codes.latent()[e];
            fired[j]++;
            toCode[e] += (float) (weight * penalty.norm(j));
            penalty.add(j, weight * codes.value()[e]);
            sums[1] += weight * codes.value()[e] * penalty.norm(j);
          }
          SparseBackward.toBias(codes, toCode, model.gradient());
          back.add(toCode, own, model.gradient());
          sums[0] += errors.squared();
          active[0] += codes.entries();
        });
    penalty.addTo(model.gradient());
    return new Result(sums[0] / rows + sums[1], sums[0], active[0], fired);
  }
}
