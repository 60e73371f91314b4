package dev.grassmann.dictionaries;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A dictionary in the units of the activations: a_hat = offset + sum of code · direction. Edits
 * found on scaled activations would otherwise have to be scaled back each time.
 */
public final class LinearSae {
  private static final int CHECKED = 16;
  private static final double TOLERANCE = 1e-3;

  private final SparseAutoencoder sae;
  private final float[] directions;
  private final float[] offset;
  private final int d;

  private LinearSae(SparseAutoencoder sae, float[] directions, float[] offset, int d) {
    this.sae = sae;
    this.directions = directions;
    this.offset = offset;
    this.d = d;
  }

  /**
   * @param sample some of the activations, to see whether the decoder is what it should be
   * @throws InputException where each vector has a scale of its own, or the decoder is not linear
   */
  public static LinearSae of(SparseAutoencoder sae, Vectors sample) {
    Dictionary dictionary = sae.dictionary();
    if (dictionary.scaling().kind().byVector()) {
      throw new InputException(
          "edits need one scale for all vectors, this dictionary has one for each",
          "--dictionary",
          "train it with --normalize none, sqrt-d or centre");
    }
    int d = dictionary.d();
    double factor = dictionary.scaling().factor();
    float[] directions = dictionary.atoms().toArray();
    float[] bias = dictionary.parameter(Dictionary.BIAS).orElse(new float[d]);
    float[] mean = dictionary.scaling().mean().map(Vectors::toArray).orElse(new float[d]);
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) (directions[i] / factor);
    }
    float[] offset = new float[d];
    for (int c = 0; c < d; c++) {
      offset[c] = (float) (bias[c] / factor + mean[c]);
    }
    LinearSae made = new LinearSae(sae, directions, offset, d);
    made.requireLinear(sample.slice(0, Math.min(CHECKED, sample.n())));
    return made;
  }

  private void requireLinear(Vectors sample) {
    float[] expected = sae.reconstruct(sample).toArray();
    float[] ours = reconstruct(encode(sample, Run.local()));
    double off = 0;
    double size = 0;
    for (int i = 0; i < ours.length; i++) {
      off += Math.abs(ours[i] - expected[i]);
      size += Math.abs(expected[i]);
    }
    if (off > TOLERANCE * size) {
      throw new InputException(
          "the decoder of " + sae.dictionary().architecture() + " is not linear",
          "--dictionary",
          "judge a dictionary whose reconstruction is a sum of directions");
    }
  }

  /** The dictionary itself, in its own units. */
  public Dictionary dictionary() {
    return sae.dictionary();
  }

  /** F × d, what a code of 1 adds; the array itself, not to be changed. */
  public float[] directions() {
    return directions;
  }

  /** Dimension of the activations. */
  public int d() {
    return d;
  }

  /** Codes, with the sparsity that the dictionary was trained with. */
  public SparseCodes encode(Vectors activations, Run run) {
    return sae.encode(activations, OptionalInt.empty(), run);
  }

  /** offset + sum of code · direction, rows × d. */
  public float[] reconstruct(SparseCodes codes) {
    boolean[] all = new boolean[codes.features()];
    Arrays.fill(all, true);
    return reconstruct(codes, all);
  }

  /**
   * The same of some latents only.
   *
   * @param kept whether a latent counts, F
   */
  public float[] reconstruct(SparseCodes codes, boolean[] kept) {
    float[] out = new float[Math.multiplyExact(codes.n(), d)];
    for (int row = 0; row < codes.n(); row++) {
      System.arraycopy(offset, 0, out, row * d, d);
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        if (kept[codes.latent(e)]) {
          float code = codes.value(e);
          int w = codes.latent(e) * d;
          for (int c = 0; c < d; c++) {
            out[row * d + c] += code * directions[w + c];
          }
        }
      }
    }
    return out;
  }
}
