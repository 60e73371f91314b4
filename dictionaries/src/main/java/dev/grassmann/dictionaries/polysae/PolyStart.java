package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.standard.Decoding;
import dev.grassmann.dictionaries.standard.Weights;
import dev.grassmann.dictionaries.train.Draws;
import dev.grassmann.dictionaries.train.UnitRows;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The start of a training: U orthogonal, C uniform within sqrt(6 / R), and what the options say.
 */
final class PolyStart {
  /** Scale of the powers beside a linear dictionary, so that its output hardly changes. */
  private static final double SMALL_MIX = 0.05;

  private static final float SMALL_LAMBDA = 0.1f;

  private final PolySaeConfig config;
  private final int[] ranks;
  private final Optional<Dictionary> linear;
  private final long seed;

  /**
   * @param linear dictionary to start from; empty for a start of its own
   */
  PolyStart(PolySaeConfig config, int[] ranks, Optional<Dictionary> linear, long seed) {
    this.config = config;
    this.ranks = ranks;
    this.linear = linear;
    this.seed = seed;
  }

  /** Refuses a dictionary that cannot be started from. */
  void require(Dictionary dictionary, int d) {
    int full = Math.min(dictionary.features(), d);
    if (dictionary.d() != d || ranks[0] != full) {
      throw new InputException(
          dictionary.features()
              + " features of "
              + dictionary.d()
              + " numbers with a first rank of "
              + ranks[0],
          "--from",
          "give a dictionary of these data, and a first rank of " + full);
    }
    if (dictionary.scaling().kind() != config.learning().normalize()) {
      throw new InputException(
          "the dictionary was trained with scaling " + Options.word(dictionary.scaling().kind()),
          "--normalize",
          "give the same");
    }
  }

  /** The decoder; encoder and biases are overwritten where the start says so. */
  Decoding decoding(Weights weights) {
    SplittableRandom random = Draws.of(seed, "polynomial", 0);
    int features = weights.features();
    int d = weights.d();
    double[] gaussian = new double[features * ranks[0]];
    for (int i = 0; i < gaussian.length; i++) {
      gaussian[i] = random.nextGaussian();
    }
    float[] projection = narrow(Qr.of(gaussian, features, ranks[0]).q());
    float[][] mixes = new float[ranks.length][];
    for (int o = 0; o < ranks.length; o++) {
      double bound = Math.sqrt(6.0 / ranks[o]) * (linear.isPresent() && o > 0 ? SMALL_MIX : 1);
      mixes[o] = new float[d * ranks[o]];
      for (int i = 0; i < mixes[o].length; i++) {
        mixes[o][i] = (float) random.nextDouble(-bound, bound);
      }
    }
    float[] lambdas = new float[ranks.length - 1];
    for (int o = 0; o < lambdas.length; o++) {
      double own = o == 0 ? config.lambda2() : config.lambda3();
      lambdas[o] = linear.isPresent() ? SMALL_LAMBDA : (float) own;
    }
    if (linear.isPresent()) {
      projection = take(linear.get(), weights, projection, mixes);
    }
    PolyWeights poly = new PolyWeights(features, d, ranks, projection, mixes, lambdas);
    if (config.init() == Init.ALIGNED) {
      align(weights, poly);
    }
    return new PolyDecoding(weights, poly, config.retract(), config.auxLinear());
  }

  private static float[] narrow(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  /**
   * Encoder, biases and linear term of a dictionary W: W = U C_1ᵀ by W's QR where F &ge; d, and
   * with any orthogonal U and C_1 = Wᵀ U where F &lt; d.
   *
   * @return U
   */
  private static float[] take(
      Dictionary dictionary, Weights weights, float[] orthogonal, float[][] mixes) {
    copy(dictionary.required(Dictionary.ENCODER), weights.encoder());
    copy(dictionary.required(Dictionary.ENCODER_BIAS), weights.encoderBias());
    copy(dictionary.required(Dictionary.BIAS), weights.bias());
    int features = weights.features();
    int d = weights.d();
    float[] atoms = dictionary.atoms().toArray();
    if (features < d) {
      copy(Products.transposedMultiply(atoms, orthogonal, d, features, features), mixes[0]);
      return orthogonal;
    }
    double[] wide = new double[atoms.length];
    for (int i = 0; i < atoms.length; i++) {
      wide[i] = atoms[i];
    }
    Qr qr = Qr.of(wide, features, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        mixes[0][j * d + i] = (float) qr.r()[i * d + j];
      }
    }
    return narrow(qr.q());
  }

  private static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** Encoder rows of the norm that they have, in the directions of the linear term. */
  private void align(Weights weights, PolyWeights poly) {
    float[] directions =
        Products.multiplyTransposed(
            poly.projection(), poly.mixes()[0], poly.features(), poly.rank(1), poly.d());
    UnitRows.normalise(directions, poly.features(), poly.d());
    for (int i = 0; i < directions.length; i++) {
      weights.encoder()[i] = (float) (config.startNorm() * directions[i]);
    }
  }
}
