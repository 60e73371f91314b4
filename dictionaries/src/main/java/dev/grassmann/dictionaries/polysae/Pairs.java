package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.result.Dictionary;
import java.util.Arrays;

/**
 * What a trained PolySAE says of latents together. With u_i the rows of U, the reconstruction has 2
 * lambda_2 B_ij of z_i z_j, B_ij = C_2 (u_i * u_j), and 6 lambda_3 G_ijk of z_i z_j z_k, G_ijk =
 * C_3 (u_i * u_j * u_k). Neither tensor is ever made whole.
 */
public final class Pairs {
  private final PolyWeights weights;
  private final float[] atoms;
  private final double[] gram;

  /**
   * @throws InputException where the dictionary has no polynomial decoder
   */
  public Pairs(Dictionary dictionary) {
    if (!dictionary.architecture().equals(PolyArchitecture.ID)) {
      throw new InputException(
          "architecture " + dictionary.architecture() + " has no interactions",
          "",
          "give a dictionary of sae train --method polysae");
    }
    this.weights = PolyWeights.of(dictionary);
    this.atoms = dictionary.atoms().toArray();
    this.gram = weights.order() < 2 ? new double[0] : gram();
  }

  Pairs(PolyWeights weights, float[] atoms) {
    this.weights = weights;
    this.atoms = atoms;
    this.gram = weights.order() < 2 ? new double[0] : gram();
  }

  /** C_2ᵀ C_2, by which a strength costs R_2² instead of R_2 d. */
  private double[] gram() {
    int rank = weights.rank(2);
    double[] gram = new double[rank * rank];
    float[] mix = weights.mixes()[1];
    for (int c = 0; c < weights.d(); c++) {
      for (int r = 0; r < rank; r++) {
        for (int s = 0; s < rank; s++) {
          gram[r * rank + s] += (double) mix[c * rank + r] * mix[c * rank + s];
        }
      }
    }
    return gram;
  }

  public int features() {
    return weights.features();
  }

  /** Highest power, 1 to 3. */
  public int order() {
    return weights.order();
  }

  /** 2 lambda_2 B_ij: what the reconstruction gains for z_i z_j, i ≠ j; d numbers. */
  public double[] pairVector(int i, int j) {
    return mixed(2, 2 * weights.lambda(2), product(2, i, j));
  }

  /** 6 lambda_3 G_ijk: what it gains for z_i z_j z_k of three different latents. */
  public double[] tripleVector(int i, int j, int k) {
    return mixed(3, 6 * weights.lambda(3), product(3, i, j, k));
  }

  /** Norm of {@link #pairVector}. */
  public double pairStrength(int i, int j) {
    int rank = weights.rank(2);
    double[] w = product(2, i, j);
    double square = 0;
    for (int r = 0; r < rank; r++) {
      double sum = 0;
      for (int s = 0; s < rank; s++) {
        sum += gram[r * rank + s] * w[s];
      }
      square += w[r] * sum;
    }
    return 2 * Math.abs(weights.lambda(2)) * Math.sqrt(Math.max(0, square));
  }

  /** Norm of {@link #tripleVector}. */
  public double tripleStrength(int i, int j, int k) {
    return norm(tripleVector(i, j, k));
  }

  /** Linear, quadratic and cubic terms of one latent's code of 1: the norm of its own decoding. */
  public double decoderNorm(int i) {
    double[] sum = mixed(1, 1, product(1, i));
    for (int order = 2; order <= weights.order(); order++) {
      int[] same = new int[order];
      Arrays.fill(same, i);
      double[] term = mixed(order, weights.lambda(order), product(order, same));
      for (int c = 0; c < sum.length; c++) {
        sum[c] += term[c];
      }
    }
    return norm(sum);
  }

  /** unit(A_i) + unit(A_j): the direction that steers towards both, d numbers. */
  public double[] direction(int i, int j) {
    double[] sum = new double[weights.d()];
    for (int latent : new int[] {i, j}) {
      double square = 0;
      for (int c = 0; c < sum.length; c++) {
        square += Math.pow(atoms[latent * sum.length + c], 2);
      }
      for (int c = 0; c < sum.length && square > 0; c++) {
        sum[c] += atoms[latent * sum.length + c] / Math.sqrt(square);
      }
    }
    return sum;
  }

  /** Cosine between a pair's vector and {@link #direction}; 0 where either is 0. */
  double cosine(int i, int j) {
    double[] pair = pairVector(i, j);
    double[] linear = direction(i, j);
    double product = 0;
    for (int c = 0; c < pair.length; c++) {
      product += pair[c] * linear[c];
    }
    double norms = norm(pair) * norm(linear);
    return norms == 0 ? 0 : product / norms;
  }

  /** u_i * u_j * .., on the first columns. */
  private double[] product(int order, int... latents) {
    requireOrder(order);
    double[] product = new double[weights.rank(order)];
    Arrays.fill(product, 1);
    for (int latent : latents) {
      for (int r = 0; r < product.length; r++) {
        product[r] *= weights.projection()[latent * weights.rank(1) + r];
      }
    }
    return product;
  }

  private void requireOrder(int order) {
    if (order > weights.order()) {
      throw new InputException(
          "the dictionary has no terms of order " + order, "", "train with --order " + order);
    }
  }

  private double[] mixed(int order, double scale, double[] product) {
    double[] out = new double[weights.d()];
    float[] mix = weights.mixes()[order - 1];
    for (int c = 0; c < out.length; c++) {
      for (int r = 0; r < product.length; r++) {
        out[c] += scale * mix[c * product.length + r] * product[r];
      }
    }
    return out;
  }

  static double norm(double[] vector) {
    double square = 0;
    for (double v : vector) {
      square += v * v;
    }
    return Math.sqrt(square);
  }
}
