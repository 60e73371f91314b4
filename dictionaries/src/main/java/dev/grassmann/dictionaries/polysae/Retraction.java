package dev.grassmann.dictionaries.polysae;

import dev.grassmann.engine.linalg.Qr;

/** How the projection's columns are made orthonormal again after a step. */
public enum Retraction {
  /** Q of the reduced QR decomposition whose R has a positive diagonal. */
  QR {
    @Override
    void retract(float[] u, int rows, int columns) {
      double[] wide = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        wide[i] = u[i];
      }
      double[] q = Qr.of(wide, rows, columns).q();
      for (int i = 0; i < u.length; i++) {
        u[i] = (float) q[i];
      }
    }
  },
  /** The same matrix, U L⁻ᵀ with L Lᵀ = UᵀU: the columns are nearly orthonormal already. */
  CHOLESKY {
    @Override
    void retract(float[] u, int rows, int columns) {
      float[] q = Qr.orthonormalised(u, rows, columns);
      System.arraycopy(q, 0, u, 0, u.length);
    }
  },
  /** They are left as they are. */
  NONE {
    @Override
    void retract(float[] u, int rows, int columns) {}
  };

  /** Below this norm there are no directions to keep. */
  private static final double VANISHED = 1e-6;

  abstract void retract(float[] u, int rows, int columns);

  /** Retracts in place, rows × columns. */
  void apply(float[] u, int rows, int columns) {
    double square = 0;
    for (float v : u) {
      square += (double) v * v;
    }
    if (Math.sqrt(square) >= VANISHED) {
      retract(u, rows, columns);
    }
  }
}
