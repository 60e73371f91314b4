package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.standard.Decoding;
import dev.grassmann.dictionaries.standard.SparseBackward;
import dev.grassmann.dictionaries.standard.Weights;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The polynomial decoder while it learns. */
final class PolyDecoding implements Decoding {
  private final Weights encoder;
  private final PolyWeights weights;
  private final PolyWeights gradient;
  private final PolyDecoder decoder;
  private final Retraction retraction;
  private final boolean linearAux;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * @param encoder shares the bias
   * @param linearAux whether dead latents are decoded without the powers
   */
  PolyDecoding(Weights encoder, PolyWeights weights, Retraction retraction, boolean linearAux) {
    this.encoder = encoder;
    this.weights = weights;
    this.decoder = new PolyDecoder(weights);
    this.retraction = retraction;
    this.linearAux = linearAux;
    int features = weights.features();
    ArrayParameter projection =
        parameter(PolyWeights.PROJECTION, weights.projection(), features, weights.rank(1));
    float[][] mixes = new float[weights.order()][];
    for (int o = 1; o <= weights.order(); o++) {
      mixes[o - 1] =
          parameter(PolyWeights.mix(o), weights.mixes()[o - 1], weights.d(), weights.rank(o))
              .gradient();
    }
    float[] lambdas = new float[0];
    if (weights.order() > 1) {
      int count = weights.lambdas().length;
      lambdas = parameter(PolyWeights.LAMBDAS, weights.lambdas(), 1, count).gradient();
    }
    this.gradient =
        new PolyWeights(
            features, weights.d(), weights.ranks(), projection.gradient(), mixes, lambdas);
  }

  private ArrayParameter parameter(String name, float[] values, long... shape) {
    ArrayParameter parameter = new ArrayParameter(name, values, shape);
    parameters.add(parameter);
    return parameter;
  }

  @Override
  public String about() {
    return ", polynomial of order " + weights.order() + ", " + retraction;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  PolyWeights weights() {
    return weights;
  }

  /** Powers that take part: dead latents may be left to the linear term. */
  private int order(Output output) {
    return output.auxiliary() && linearAux ? 1 : weights.order();
  }

  @Override
  public float[] decode(ActiveCodes codes, Output output) {
    return decoder.decode(codes, output.biased() ? encoder.bias() : null, order(output));
  }

  @Override
  public Pullback pullback(ActiveCodes codes, float[] outputGradient, Output output) {
    float[] toProjected = decoder.toProjected(codes, outputGradient, order(output), gradient);
    decoder.toProjection(codes, toProjected, gradient.projection());
    return new Pullback() {
      @Override
      public float[] toCodes() {
        return decoder.toCodes(codes, toProjected);
      }

      @Override
      public void add(float[] toProduct, float[] x, Weights into) {
        for (int i = 0; i < outputGradient.length && output.biased(); i++) {
          into.bias()[i % weights.d()] += outputGradient[i];
        }
        if (toProduct != null) {
          new SparseBackward(encoder, codes).toEncoder(toProduct, x, into);
        }
      }
    };
  }

  @Override
  public void moved() {
    retraction.apply(weights.projection(), weights.features(), weights.rank(1));
  }

  @Override
  public float[] atoms() {
    return Products.multiplyTransposed(
        weights.projection(), weights.mixes()[0], weights.features(), weights.rank(1), weights.d());
  }

  @Override
  public String architecture(String ofCodes) {
    return PolyArchitecture.ID;
  }

  @Override
  public Map<String, Vectors> kept() {
    return weights.kept();
  }
}
