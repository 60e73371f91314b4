package dev.grassmann.dictionaries.standard;

import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.SparseDecoder;
import dev.grassmann.engine.train.Parameter;
import java.util.List;

/** x_hat = z W_dec + b_dec. */
final class LinearDecoding implements Decoding {
  private final Weights weights;

  LinearDecoding(Weights weights) {
    this.weights = weights;
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
    float[] out = new float[codes.rows() * weights.d()];
    float[] bias = output.biased() ? weights.bias() : null;
    SparseDecoder.decode(codes, weights.decoder(), bias, weights.d(), out);
    return out;
  }

  @Override
  public float[] atoms() {
    return weights.decoder();
  }

  @Override
  public Pullback pullback(ActiveCodes codes, float[] gradient, Output output) {
    return new Pullback() {
      @Override
      public float[] toCodes() {
        return new SparseBackward(weights, null).toCodes(codes, gradient);
      }

      @Override
      public void add(float[] toProduct, float[] x, Weights into) {
        SparseBackward backward = new SparseBackward(weights, x);
        if (toProduct == null) {
          backward.toDecoder(codes, gradient, output.biased(), into);
        } else {
          backward.toWeights(codes, toProduct, gradient, output.biased(), into);
        }
      }
    };
  }
}
