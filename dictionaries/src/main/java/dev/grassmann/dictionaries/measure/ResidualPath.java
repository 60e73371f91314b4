package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How one row is taken apart: what each further latent adds, in the order in which a growing k
 * brings them.
 *
 * @param norm norm of the row
 * @param steps one a k from 1 on
 */
public record ResidualPath(double norm, List<Step> steps) {
  private static final int LONGEST = 16;

  public ResidualPath {
    steps = List.copyOf(steps);
  }

  /**
   * One further latent.
   *
   * @param latent the latent that came in, or whose code changed most
   * @param code its code after the step
   * @param residual norm of what is left of the row, in the data's units
   */
  public record Step(int latent, float code, double residual) {}

  /** The path of the first of some vectors, of at most 16 steps. */
  static ResidualPath of(SparseAutoencoder sae, Vectors vectors, Run run) {
    float[] row = new float[vectors.d()];
    float[] reconstruction = new float[vectors.d()];
    vectors.copyRow(0, row);
    int features = sae.dictionary().features();
    int trained = sae.dictionary().k() == 0 ? LONGEST : sae.dictionary().k();
    int longest = Math.min(features, Math.min(LONGEST, trained));
    float[] before = new float[features];
    List<Step> steps = new ArrayList<>();
    for (int k = 1; k <= longest; k++) {
      SparseCodes codes = sae.encode(vectors.slice(0, 1), OptionalInt.of(k), run);
      float[] now = codes.dense(0);
      int changed = changed(before, now);
      if (changed < 0) {
        break;
      }
      sae.reconstruct(codes, 0, row, reconstruction);
      steps.add(new Step(changed, now[changed], distance(row, reconstruction)));
      before = now;
    }
    return new ResidualPath(distance(row, new float[row.length]), steps);
  }

  private static int changed(float[] before, float[] now) {
    int most = -1;
    float change = 0;
    for (int j = 0; j < now.length; j++) {
      if (Math.abs(now[j] - before[j]) > change) {
        change = Math.abs(now[j] - before[j]);
        most = j;
      }
    }
    return most;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += ((double) a[c] - b[c]) * ((double) a[c] - b[c]);
    }
    return Math.sqrt(sum);
  }
}
