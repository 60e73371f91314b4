package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.engine.train.Parameter;
import java.util.List;

/** x_hat = z W_dec + b_dec. */
final class LinearDecoding implements Decoding {
  private final Weights weights;

  /** What was decoded last goes back next: put in order once. */
  private ActiveCodes ordered;

  private ByLatent order;

  LinearDecoding(Weights weights) {
    this.weights = weights;
  }

  private ByLatent order(ActiveCodes codes) {
    if (ordered != codes) {
      order = ByLatent.of(codes, weights.features());
      ordered = codes;
    }
    return order;
  }

  @Override
  public String about() {
    return "";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public float[] decode(ActiveCodes codes, Output output) {
    float[] bias = output.biased() ? weights.bias() : null;
    return order(codes).combinations(codes.value(), weights.decoder(), bias, weights.d());
  }

  @Override
  public float[] atoms() {
    return weights.decoder();
  }

  @Override
  public Pullback pullback(ActiveCodes codes, float[] gradient, Output output) {
    SparseBackward backward = new SparseBackward(weights, codes, order(codes));
    return new Pullback() {
      @Override
      public float[] toCodes() {
        return backward.toCodes(gradient);
      }

      @Override
      public void add(float[] toProduct, float[] x, Weights into) {
        backward.toDecoder(gradient, output.biased(), into);
        if (toProduct != null) {
          backward.toEncoder(toProduct, x, into);
        }
      }
    };
  }
}
