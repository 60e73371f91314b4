package dev.grassmann.compare.measures;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Gram;
import org.bytedeco.pytorch.Tensor;

/**
 * Sums over paired rows (x, y) about their means, up to the fourth order that unbiased CKA needs.
 * With x and y centred, p and q their dimensions:
 *
 * <ul>
 *   <li>cross = Σ x yᵀ (p × q, row-major)
 *   <li>xByY = Σ ‖y‖² x (p numbers), yByX = Σ ‖x‖² y (q numbers)
 *   <li>squaresX = Σ ‖x‖², squaresY = Σ ‖y‖², squares = Σ ‖x‖² ‖y‖²
 * </ul>
 *
 * <p>Every block comes about its own mean and is moved to the common one when added: no sum ever
 * holds a large mean, so none loses its digits to one. Mutable, and so kept inside {@link
 * PairMoments}.
 */
final class JointMoments {
  private final int p;
  private final int q;
  private long n;
  private final double[] meanX;
  private final double[] meanY;
  private final double[] cross;
  private final double[] xByY;
  private final double[] yByX;
  private double squaresX;
  private double squaresY;
  private double squares;

  /** Of no rows. */
  JointMoments(int p, int q) {
    this(
        new double[p],
        new double[q],
        new double[Math.multiplyExact(p, q)],
        new double[p],
        new double[q]);
  }

  private JointMoments(
      double[] meanX, double[] meanY, double[] cross, double[] xByY, double[] yByX) {
    this.p = meanX.length;
    this.q = meanY.length;
    this.meanX = meanX;
    this.meanY = meanY;
    this.cross = cross;
    this.xByY = xByY;
    this.yByX = yByX;
  }

  /** Of one block; {@code x} and {@code y} may be the same block. */
  static JointMoments of(CentredRows x, CentredRows y) {
    try (Scope scope = Scope.open()) {
      Tensor xt = x.rows().t();
      double[] xByY = Tensors.doubles(xt.mv(y.squares()));
      return of(
          x.count(),
          Tensors.doubles(x.mean()),
          Tensors.doubles(y.mean()),
          x == y ? Gram.of(x.rows()) : Tensors.doubles(xt.matmul(y.rows())),
          xByY,
          x == y ? xByY.clone() : Tensors.doubles(y.rows().t().mv(x.squares())),
          new double[] {
            x.squares().sum().item_double(),
            y.squares().sum().item_double(),
            x.squares().dot(y.squares()).item_double()
          });
    }
  }

  /** As read back from a file; the arrays are owned from now on. */
  static JointMoments of(
      long n,
      double[] meanX,
      double[] meanY,
      double[] cross,
      double[] xByY,
      double[] yByX,
      double[] squares) {
    JointMoments moments = new JointMoments(meanX, meanY, cross, xByY, yByX);
    moments.n = n;
    moments.squaresX = squares[0];
    moments.squaresY = squares[1];
    moments.squares = squares[2];
    return moments;
  }

  JointMoments copy() {
    return of(
        n,
        meanX.clone(),
        meanY.clone(),
        cross.clone(),
        xByY.clone(),
        yByX.clone(),
        new double[] {squaresX, squaresY, squares});
  }

  /**
   * Adds other rows: both parts are moved to the common mean (for the second order that is Chan,
   * Golub, LeVeque 1979), and then their sums simply add up.
   */
  void add(JointMoments other) {
    if (other.n == 0) {
      return;
    }
    long total = n + other.n;
    double[] dx = difference(other.meanX, meanX);
    double[] dy = difference(other.meanY, meanY);
    double own =
        -(double) other.n / total; // from this part's mean to the common one, in units of dx
    double others = (double) n / total;
    Moved here = moved(dx, dy, own);
    Moved there = other.moved(dx, dy, others);
    addAll(xByY, here.xByY, there.xByY, other.xByY);
    addAll(yByX, here.yByX, there.yByX, other.yByX);
    squares += here.squares + there.squares + other.squares;
    double weight = (double) n * other.n / total;
    squaresX += other.squaresX + weight * dot(dx, dx);
    squaresY += other.squaresY + weight * dot(dy, dy);
    for (int i = 0; i < p; i++) {
      double scaled = weight * dx[i];
      int row = i * q;
      for (int j = 0; j < q; j++) {
        cross[row + j] += other.cross[row + j] + scaled * dy[j];
      }
    }
    for (int i = 0; i < p; i++) {
      meanX[i] = n == 0 ? other.meanX[i] : meanX[i] - own * dx[i];
    }
    for (int j = 0; j < q; j++) {
      meanY[j] = n == 0 ? other.meanY[j] : meanY[j] - own * dy[j];
    }
    n = total;
  }

  /** What sums of third and fourth order gain by moving every x by w·dx and every y by w·dy. */
  private record Moved(double[] xByY, double[] yByX, double squares) {}

  /**
   * Expands Σ ‖y + ε‖² (x + δ), Σ ‖x + δ‖² (y + ε) and Σ ‖x + δ‖² ‖y + ε‖² for δ = w·dx, ε = w·dy;
   * terms with a plain Σ x or Σ y vanish because x and y are centred.
   */
  private Moved moved(double[] dx, double[] dy, double w) {
    double[] crossDy = new double[p];
    double[] dxCross = new double[q];
    for (int i = 0; i < p; i++) {
      double sum = 0;
      int row = i * q;
      for (int j = 0; j < q; j++) {
        sum += cross[row + j] * dy[j];
        dxCross[j] += dx[i] * cross[row + j];
      }
      crossDy[i] = sum;
    }
    double xx = w * w * dot(dx, dx);
    double yy = w * w * dot(dy, dy);
    double gain = 2 * w * dot(dy, yByX) + 2 * w * dot(dx, xByY) + 4 * w * w * dot(dx, crossDy);
    gain += yy * squaresX + xx * squaresY + n * xx * yy;
    double[] x = new double[p];
    double[] y = new double[q];
    for (int i = 0; i < p; i++) {
      x[i] = w * dx[i] * (squaresY + n * yy) + 2 * w * crossDy[i];
    }
    for (int j = 0; j < q; j++) {
      y[j] = w * dy[j] * (squaresX + n * xx) + 2 * w * dxCross[j];
    }
    return new Moved(x, y, gain);
  }

  private static void addAll(double[] target, double[]... parts) {
    for (double[] part : parts) {
      for (int i = 0; i < target.length; i++) {
        target[i] += part[i];
      }
    }
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  long n() {
    return n;
  }

  int p() {
    return p;
  }

  int q() {
    return q;
  }

  // The arrays below are this object's own: read, never kept or changed.

  double[] meanX() {
    return meanX;
  }

  double[] meanY() {
    return meanY;
  }

  double[] cross() {
    return cross;
  }

  double[] xByY() {
    return xByY;
  }

  double[] yByX() {
    return yByX;
  }

  double squaresX() {
    return squaresX;
  }

  double squaresY() {
    return squaresY;
  }

  double squares() {
    return squares;
  }

  /** ‖Σ x yᵀ‖², of Frobenius. */
  double crossSquared() {
    return dot(cross, cross);
  }
}
