package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of the polynomial decoder, or their gradients: with a = z U,
 *
 * <p>x_hat = b + a C_1ᵀ + lambda_2 (a[:R_2])² C_2ᵀ + lambda_3 (a[:R_3])³ C_3ᵀ, powers by element.
 *
 * @param features number of latents, F
 * @param d dimension of the data
 * @param ranks R_1 &ge; R_2 &ge; R_3, one for each order
 * @param projection U, F × R_1, columns orthonormal
 * @param mixes C_1, C_2, C_3: d × R
 * @param lambdas lambda_2, lambda_3
 */
record PolyWeights(
    int features, int d, int[] ranks, float[] projection, float[][] mixes, float[] lambdas) {
  static final String PROJECTION = "projection";
  static final String LAMBDAS = "lambdas";

  /** Name of C of an order, from 1. */
  static String mix(int order) {
    return "mix_" + order;
  }

  /** Highest power, 1 to 3. */
  int order() {
    return ranks.length;
  }

  /** R of an order, from 1. */
  int rank(int order) {
    return ranks[order - 1];
  }

  /** What an order's term is multiplied with; 1 for the first. */
  double lambda(int order) {
    return order == 1 ? 1 : lambdas[order - 2];
  }

  /** A dictionary's parameters. */
  static PolyWeights of(Dictionary dictionary) {
    int order = 0;
    while (order < 3 && dictionary.parameters().containsKey(mix(order + 1))) {
      order++;
    }
    if (order == 0) {
      dictionary.required(mix(1)); // refuses
    }
    int[] ranks = new int[order];
    float[][] mixes = new float[order][];
    for (int o = 1; o <= order; o++) {
      Vectors mix = dictionary.parameters().get(mix(o));
      ranks[o - 1] = mix.d();
      mixes[o - 1] = mix.toArray();
      if (mix.n() != dictionary.d()) {
        throw misfit(mix(o), mix, dictionary.d(), mix.d());
      }
    }
    float[] projection = dictionary.required(PROJECTION);
    if (projection.length != dictionary.features() * ranks[0]) {
      throw misfit(
          PROJECTION, dictionary.parameters().get(PROJECTION), dictionary.features(), ranks[0]);
    }
    float[] lambdas = order == 1 ? new float[0] : dictionary.required(LAMBDAS);
    return new PolyWeights(
        dictionary.features(), dictionary.d(), ranks, projection, mixes, lambdas);
  }

  private static InputException misfit(String name, Vectors given, int n, int d) {
    return new InputException(
        "is " + given.n() + " x " + given.d() + ", not " + n + " x " + d,
        "parameter '" + name + "'",
        "parameters must fit the features");
  }

  /** The parameters as a dictionary keeps them. */
  Map<String, Vectors> kept() {
    Map<String, Vectors> kept = new LinkedHashMap<>();
    kept.put(PROJECTION, Vectors.of(projection, features, ranks[0]));
    for (int o = 1; o <= order(); o++) {
      kept.put(mix(o), Vectors.of(mixes[o - 1], d, rank(o)));
    }
    if (order() > 1) {
      kept.put(LAMBDAS, Vectors.of(lambdas, 1, lambdas.length));
    }
    return kept;
  }
}
