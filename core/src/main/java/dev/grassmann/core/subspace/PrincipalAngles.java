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
    // y has fewer columns: y = x c + w, with cosines in c and sines in w
    DMatrixRMaj inside = new DMatrixRMaj(x.numCols, y.numCols);
    CommonOps_DDRM.multTransA(x, y, inside);
    DMatrixRMaj outside = y.copy();
    CommonOps_DDRM.multAdd(-1, x, inside, outside);
    double[] cosines = singularValues(inside, y.numCols);
    double[] sines = singularValues(outside, y.numCols);
    double[] angles = new double[y.numCols];
    for (int j = 0; j < angles.length; j++) {
      // singular vectors would not pair them: where all cosines are 1 to rounding, any will do
      angles[j] = Math.atan2(sines[angles.length - 1 - j], cosines[j]);
    }
    Arrays.sort(angles);
    return new PrincipalAngles(angles);
  }

  /** The {@code count} largest, descending. */
  private static double[] singularValues(DMatrixRMaj matrix, int count) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
    svd.decompose(matrix);
    double[] ascending = Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
    Arrays.sort(ascending);
    double[] descending = new double[count];
    for (int j = 0; j < count; j++) {
      descending[j] = ascending[ascending.length - 1 - j];
    }
    return descending;
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
