package dev.grassmann.core.subspace;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Angles between two subspaces of one space, in radians, ascending: min(p, q) of them, 0 to pi/2
 * (Jordan; Björck, Golub 1973). Each is computed from its cosine and its sine, since the arc cosine
 * alone sees nothing below 1e-8.
 */
public final class PrincipalAngles {
  private final double[] angles;

  private PrincipalAngles(double[] angles) {
    this.angles = angles;
  }

  /** Angles between the spans of two orthonormal matrices, n × p and n × q. */
  static PrincipalAngles between(DMatrixRMaj x, DMatrixRMaj y) {
    if (x.numCols < y.numCols) {
      return between(y, x);
    }
    // y has fewer columns: y = x c + w, and the sines are the lengths of what is left
    DMatrixRMaj product = new DMatrixRMaj(x.numCols, y.numCols);
    CommonOps_DDRM.multTransA(x, y, product);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(product.numRows, product.numCols, true, true, true);
    svd.decompose(product.copy());
    int k = y.numCols;
    DMatrixRMaj turned = new DMatrixRMaj(y.numRows, k);
    CommonOps_DDRM.mult(y, svd.getV(null, false), turned);
    DMatrixRMaj coefficients = new DMatrixRMaj(x.numCols, k);
    CommonOps_DDRM.multTransA(x, turned, coefficients);
    DMatrixRMaj rest = turned.copy();
    CommonOps_DDRM.multAdd(-1, x, coefficients, rest);
    double[] angles = new double[k];
    for (int j = 0; j < k; j++) {
      double sine = 0;
      double cosine = 0;
      for (int i = 0; i < rest.numRows; i++) {
        sine += rest.get(i, j) * rest.get(i, j);
      }
      for (int i = 0; i < coefficients.numRows; i++) {
        cosine += coefficients.get(i, j) * coefficients.get(i, j);
      }
      angles[j] = Math.atan2(Math.sqrt(sine), Math.sqrt(cosine));
    }
    Arrays.sort(angles);
    return new PrincipalAngles(angles);
  }

  /** A copy of the angles, in radians, ascending. */
  public double[] radians() {
    return angles.clone();
  }

  /** How many there are: the smaller of the two dimensions. */
  public int count() {
    return angles.length;
  }

  public double smallest() {
    return angles[0];
  }

  public double largest() {
    return angles[angles.length - 1];
  }

  /** One number for how far two subspaces are apart. */
  public double distance(Distance distance) {
    return distance.of(angles);
  }
}
