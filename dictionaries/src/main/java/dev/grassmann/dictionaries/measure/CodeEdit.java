package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.LinearSae;

/**
 * Vectors with the codes of some latents changed. What the dictionary misses stays as it is: x +
 * sum of (new code - code) · direction.
 *
 * @param rows n × d, the vectors of the codes
 */
record CodeEdit(LinearSae sae, SparseCodes codes, float[] rows) {

  /** The vectors with some latents' codes multiplied: 0 takes them out, -1 turns them round. */
  float[] scaled(int[] latents, float factor) {
    boolean[] chosen = chosen(latents);
    float[] edited = rows.clone();
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        if (chosen[codes.latent(e)]) {
          add(edited, row, codes.latent(e), (factor - 1) * codes.value(e));
        }
      }
    }
    return edited;
  }

  /**
   * The vectors with some latents' codes taken from other rows.
   *
   * @param source for each row the row whose codes it gets
   */
  float[] swapped(int[] latents, int[] source) {
    boolean[] chosen = chosen(latents);
    float[] edited = scaled(latents, 0);
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(source[row]); e < codes.start(source[row] + 1); e++) {
        if (chosen[codes.latent(e)]) {
          add(edited, row, codes.latent(e), codes.value(e));
        }
      }
    }
    return edited;
  }

  private boolean[] chosen(int[] latents) {
    boolean[] chosen = new boolean[codes.features()];
    for (int latent : latents) {
      chosen[latent] = true;
    }
    return chosen;
  }

  private void add(float[] edited, int row, int latent, float code) {
    int d = sae.d();
    for (int c = 0; c < d; c++) {
      edited[row * d + c] += code * sae.directions()[latent * d + c];
    }
  }
}
