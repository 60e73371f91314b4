package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.dictionaries.measure.Fidelity;

/** What reconstructions leave. */
final class Residuals {
  private Residuals() {}

  /** sum |a - a_hat|² / sum |a - mean|² of rows × d numbers. */
  static double fvu(Vectors rows, float[] reconstructed) {
    Fidelity.Meter meter = new Fidelity.Meter(rows.d());
    float[] row = new float[rows.d()];
    for (int i = 0; i < rows.n(); i++) {
      rows.copyRow(i, row);
      meter.add(row, 0, reconstructed, i * rows.d());
    }
    return meter.read().fvu();
  }
}
