package dev.grassmann.dictionaries.format;

import dev.grassmann.dictionaries.standard.GatedArchitecture;
import java.util.Map;

/** Names in SAELens' files. */
final class SaeLens {
  static final String CONFIG = "cfg.json";
  static final String WEIGHTS = "sae_weights.safetensors";

  /** d × F, where ours is F × d. */
  static final String ENCODER = "W_enc";

  static final String DECODER = "W_dec";
  static final String BIAS = "b_dec";
  static final String ENCODER_BIAS = "b_enc";
  static final String GATE_BIAS = "b_gate";
  static final String THRESHOLD = "threshold";

  /** Gated parameters, theirs to ours. */
  static final Map<String, String> GATED =
      Map.of("r_mag", GatedArchitecture.MAGNITUDE_SCALE, "b_mag", GatedArchitecture.MAGNITUDE_BIAS);

  private SaeLens() {}

  /** A matrix turned about. */
  static float[] transposed(float[] matrix, int rows, int columns) {
    float[] out = new float[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        out[j * rows + i] = matrix[i * columns + j];
      }
    }
    return out;
  }
}
