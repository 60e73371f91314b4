package dev.grassmann.core.subspace;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A k-dimensional linear subspace of R^d, held as an orthonormal basis: d × k, columns of length 1,
 * right angles between them. Immutable. Two bases of one subspace are two values that are {@link
 * #isSame the same subspace}.
 */
public final class Subspace {
  private static final double ORTHONORMAL = 1e-6;

  private final DMatrixRMaj basis;

  private Subspace(DMatrixRMaj owned) {
    this.basis = owned;
  }

  /**
   * A subspace from its orthonormal basis.
   *
   * @param basis d × k, row-major; copied
   * @throws InputException where ‖BᵀB - I‖ exceeds 1e-6, k is below 1 or beyond d, or a number is
   *     not finite
   */
  public static Subspace ofOrthonormal(double[] basis, int d, int k) {
    requireShape(basis, d, k);
    DMatrixRMaj matrix = new DMatrixRMaj(d, k, true, basis.clone());
    double error = deviation(matrix);
    if (!(error <= ORTHONORMAL)) {
      throw new InputException(
          String.format(Locale.ROOT, "the basis is not orthonormal: ‖B'B - I‖ is %.2g", error),
          "",
          "give its span with Subspace.spannedBy");
    }
    return new Subspace(matrix);
  }

  /**
   * The span of the columns of a matrix.
   *
   * @param columns d × m, row-major; any numbers
   * @return a subspace whose dimension is the rank: singular values above max(d, m) eps times the
   *     largest count
   * @throws InputException where a number is not finite, or all are zero
   */
  public static Subspace spannedBy(double[] columns, int d, int m) {
    requireShape(columns, d, 1);
    DMatrixRMaj matrix = new DMatrixRMaj(d, m, true, columns.clone());
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(d, m, true, false, true);
    svd.decompose(matrix);
    DMatrixRMaj u = svd.getU(null, false);
    double[] values = Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
    SingularOps_DDRM.descendingOrder(u, false, values, values.length, null, false);
    double least = Math.max(d, m) * Math.ulp(1.0) * values[0];
    int rank = 0;
    while (rank < values.length && values[rank] > least) {
      rank++;
    }
    if (rank == 0) {
      throw new InputException("all vectors are zero", "", "give at least one that is not");
    }
    return new Subspace(CommonOps_DDRM.extract(u, 0, d, 0, rank));
  }

  /** The span of the rows of some vectors: at most n-dimensional, in R^d. */
  public static Subspace spannedBy(Vectors vectors) {
    int n = vectors.n();
    int d = vectors.d();
    float[] row = new float[d];
    double[] columns = new double[Math.multiplyExact(n, d)];
    for (int i = 0; i < n; i++) {
      vectors.copyRow(i, row);
      for (int j = 0; j < d; j++) {
        columns[j * n + i] = row[j];
      }
    }
    return spannedBy(columns, d, n);
  }

  /** Writes the basis as a safetensors file, exactly, whole or not at all. */
  public void save(Path file) {
    SubspaceFile.write(this, file);
  }

  /**
   * What {@link #save} wrote, bit by bit.
   *
   * @throws InputException where the file is something else or damaged, or its basis not
   *     orthonormal
   */
  public static Subspace load(Path file) {
    return SubspaceFile.read(file);
  }

  /** Dimension of the surrounding space, d. */
  public int ambientDimension() {
    return basis.numRows;
  }

  /** Dimension of the subspace, k. */
  public int dimension() {
    return basis.numCols;
  }

  /** A copy of the basis, d × k, row-major. */
  public double[] basis() {
    return Arrays.copyOf(basis.data, basis.numRows * basis.numCols);
  }

  /** Angles to another subspace of the same space. */
  public PrincipalAngles principalAngles(Subspace other) {
    requireSameSpace(other);
    return PrincipalAngles.between(basis, other.basis);
  }

  /** One number for how far another subspace is apart, by the smaller number of angles. */
  public double distance(Subspace other, Distance distance) {
    return principalAngles(other).distance(distance);
  }

  /** Whether another subspace is the same but for rounding: same dimension, all angles below it. */
  public boolean isSame(Subspace other, double tolerance) {
    return dimension() == other.dimension() && principalAngles(other).largest() <= tolerance;
  }

  /** The point of the subspace nearest to x, d numbers. */
  public double[] project(double[] x) {
    requireLength(x);
    DMatrixRMaj column = new DMatrixRMaj(x.length, 1, true, x.clone());
    DMatrixRMaj coordinates = new DMatrixRMaj(dimension(), 1);
    CommonOps_DDRM.multTransA(basis, column, coordinates);
    CommonOps_DDRM.mult(basis, coordinates, column);
    return column.data;
  }

  /** Share of the length of x that lies outside: ‖x - Px‖ / ‖x‖, 0 to 1; 0 for x = 0. */
  public double residual(double[] x) {
    double[] near = project(x);
    double rest = 0;
    double whole = 0;
    for (int i = 0; i < x.length; i++) {
      rest += (x[i] - near[i]) * (x[i] - near[i]);
      whole += x[i] * x[i];
    }
    return whole == 0 ? 0 : Math.sqrt(rest / whole);
  }

  /** Whether x lies inside, up to a residual of {@code tolerance}. */
  public boolean contains(double[] x, double tolerance) {
    return residual(x) <= tolerance;
  }

  /**
   * Whether another subspace lies inside: all its angles to this one are at most {@code tolerance}.
   */
  public boolean contains(Subspace other, double tolerance) {
    return other.dimension() <= dimension() && principalAngles(other).largest() <= tolerance;
  }

  /**
   * All vectors at right angles to the subspace.
   *
   * @throws InputException where the subspace is the whole space
   */
  public Subspace complement() {
    int d = ambientDimension();
    int k = dimension();
    if (k == d) {
      throw new InputException(
          "the subspace is the whole of R^" + d, "", "its complement has dimension 0");
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(d, k, true, false, false);
    svd.decompose(basis.copy());
    DMatrixRMaj u = svd.getU(null, false);
    return new Subspace(CommonOps_DDRM.extract(u, 0, d, k, d));
  }

  /** The smallest subspace that holds both. */
  public Subspace sum(Subspace other) {
    requireSameSpace(other);
    int d = ambientDimension();
    int m = dimension() + other.dimension();
    double[] both = new double[d * m];
    for (int i = 0; i < d; i++) {
      System.arraycopy(basis.data, i * dimension(), both, i * m, dimension());
      System.arraycopy(
          other.basis.data, i * other.dimension(), both, i * m + dimension(), other.dimension());
    }
    return spannedBy(both, d, m);
  }

  /**
   * What lies in both, up to angles of {@code tolerance}.
   *
   * @throws InputException where only the origin does
   */
  public Subspace intersection(Subspace other, double tolerance) {
    requireSameSpace(other);
    DMatrixRMaj product = new DMatrixRMaj(dimension(), other.dimension());
    CommonOps_DDRM.multTransA(basis, other.basis, product);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(product.numRows, product.numCols, true, false, true);
    svd.decompose(product.copy());
    DMatrixRMaj turned = new DMatrixRMaj(ambientDimension(), svd.getU(null, false).numCols);
    CommonOps_DDRM.mult(basis, svd.getU(null, false), turned);
    int kept = 0;
    double[] columns = new double[ambientDimension() * turned.numCols];
    double[] column = new double[ambientDimension()];
    boolean[] inBoth = new boolean[turned.numCols];
    for (int j = 0; j < turned.numCols; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = turned.get(i, j);
      }
      inBoth[j] = other.residual(column) <= Math.sin(tolerance);
      kept += inBoth[j] ? 1 : 0;
    }
    if (kept == 0) {
      throw new InputException(
          "the two subspaces share the origin only", "", "raise the tolerance, or take none");
    }
    int at = 0;
    for (int j = 0; j < turned.numCols; j++) {
      for (int i = 0; inBoth[j] && i < column.length; i++) {
        columns[i * kept + at] = turned.get(i, j);
      }
      at += inBoth[j] ? 1 : 0;
    }
    return spannedBy(Arrays.copyOf(columns, column.length * kept), column.length, kept);
  }

  private void requireSameSpace(Subspace other) {
    if (ambientDimension() != other.ambientDimension()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "subspaces live in different ambient spaces (n=%,d vs %,d)",
              ambientDimension(),
              other.ambientDimension()),
          "",
          "give two subspaces of one space");
    }
  }

  private void requireLength(double[] x) {
    if (x.length != ambientDimension()) {
      throw new InputException(
          "a vector of " + x.length + " numbers meets a subspace of R^" + ambientDimension(),
          "",
          "give a vector of the same space");
    }
  }

  private static void requireShape(double[] numbers, int d, int k) {
    if (k < 1 || k > d) {
      throw new InputException(
          "subspace dimension k=" + k + " must be between 1 and n=" + d, "", "give such a k");
    }
    if (numbers.length == 0 || numbers.length % d != 0) {
      throw new IllegalArgumentException(numbers.length + " numbers in rows of " + d);
    }
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        int width = numbers.length / d;
        throw new InputException(
            "the number is " + numbers[i],
            "row " + i / width + ", column " + i % width,
            "give finite numbers");
      }
    }
  }

  private static double deviation(DMatrixRMaj basis) {
    DMatrixRMaj gram = new DMatrixRMaj(basis.numCols, basis.numCols);
    CommonOps_DDRM.multTransA(basis, basis, gram);
    double worst = 0;
    for (int i = 0; i < gram.numRows; i++) {
      for (int j = 0; j < gram.numCols; j++) {
        worst = Math.max(worst, Math.abs(gram.get(i, j) - (i == j ? 1 : 0)));
      }
    }
    return worst;
  }
}
