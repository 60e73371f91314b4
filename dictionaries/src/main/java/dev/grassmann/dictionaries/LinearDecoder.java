package dev.grassmann.dictionaries;

import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;

/** x_hat = b + z D. */
final class LinearDecoder implements Decoder {
  private final float[] atoms;
  private final float[] bias;
  private final int d;

  LinearDecoder(Dictionary dictionary) {
    this.atoms = dictionary.atoms().toArray();
    this.bias = dictionary.parameter(Dictionary.BIAS).orElse(null);
    this.d = dictionary.d();
  }

  @Override
  public void decode(SparseCodes codes, int row, float[] out, int at) {
    for (int c = 0; c < d; c++) {
      out[at + c] = bias == null ? 0 : bias[c];
    }
    for (int e = codes.start(row); e < codes.start(row + 1); e++) {
      int w = codes.latent(e) * d;
      float v = codes.value(e);
      for (int c = 0; c < d; c++) {
        out[at + c] += v * atoms[w + c];
      }
    }
  }
}
