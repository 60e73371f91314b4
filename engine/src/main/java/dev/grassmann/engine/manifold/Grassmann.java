package dev.grassmann.engine.manifold;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Polar;
import dev.grassmann.engine.linalg.Products;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.linalg.Svd;
import dev.grassmann.engine.linalg.SymmetricEigen;
import java.util.SplittableRandom;

/**
 * The manifold Gr(n, p) of p-dimensional subspaces of R^n with its canonical metric tr(AᵀB).
 * Tangent vectors are horizontal lifts: n × p matrices Δ with XᵀΔ = 0 (Edelman, Arias, Smith 1998).
 *
 * @param n dimension of the space
 * @param p dimension of the subspaces, 1 to n
 */
public record Grassmann(int n, int p) {
  /** Below this the sine over its angle is taken from its series. */
  private static final double SMALL = 1e-4;

  /**
   * @throws InputException where p is not between 1 and n
   */
  public Grassmann {
    if (p < 1 || p > n) {
      throw new InputException(
          "subspace dimension k=" + p + " must be between 1 and n=" + n, "", "give such a k");
    }
  }

  /** p (n - p). */
  public int dimension() {
    return p * (n - p);
  }

  /** Projection onto the tangent space: Z - X XᵀZ. */
  public double[] tangent(double[] x, double[] z) {
    double[] inside = Products.multiply(x, gram(x, z), n, p, p);
    double[] tangent = z.clone();
    add(tangent, -1, inside);
    return tangent;
  }

  /**
   * Exponential: where the geodesic from X in direction Δ is at time t. Without a singular value
   * decomposition of n × p: with ΔᵀΔ = V s² Vᵀ it is X V cos(ts) Vᵀ + t Δ V sinc(ts) Vᵀ, which
   * divides by no small number. The basis is the one that parallel transport goes with; it is
   * orthonormal up to rounding.
   */
  public double[] exponential(double[] x, double[] delta, double t) {
    SymmetricEigen eigen = SymmetricEigen.of(gram(delta, delta), p);
    double[] cosine = new double[p];
    double[] sine = new double[p];
    for (int j = 0; j < p; j++) {
      double angle = t * Math.sqrt(Math.max(0, eigen.values()[j]));
      cosine[j] = Math.cos(angle);
      double small = Math.abs(angle);
      sine[j] = t * (small < SMALL ? 1 - angle * angle / 6 : Math.sin(angle) / angle);
    }
    double[] moved = Products.multiply(x, function(eigen.vectors(), cosine), n, p, p);
    add(moved, 1, Products.multiply(delta, function(eigen.vectors(), sine), n, p, p));
    return moved;
  }

  /** Retraction by QR: an orthonormal basis of X + Δ, of second order. */
  public double[] retractionQr(double[] x, double[] delta) {
    double[] sum = x.clone();
    add(sum, 1, delta);
    return Qr.of(sum, n, p).q();
  }

  /** Retraction by the polar factor of X + Δ: the same subspace as by QR, the nearest basis. */
  public double[] retractionPolar(double[] x, double[] delta) {
    double[] sum = x.clone();
    add(sum, 1, delta);
    return Polar.orthonormal(sum, n, p);
  }

  /**
   * Logarithm: the tangent at X whose geodesic reaches span(Y) at time 1. Angles come from sine and
   * cosine together, which keeps all digits near 0 and near pi/2.
   *
   * @param cutLocus whether some angle is pi/2, so that other tangents of the same length lead to Y
   */
  public record Logarithm(double[] delta, boolean cutLocus) {}

  /** The logarithm of Y at X. */
  public Logarithm logarithm(double[] x, double[] y) {
    Svd svd = Svd.thin(gram(x, y), p, p);
    double[] w = Products.multiply(y, svd.v(), n, p, p);
    double[] xq = Products.multiply(x, svd.u(), n, p, p);
    boolean cut = false;
    double[] scaled = new double[n * p];
    for (int j = 0; j < p; j++) {
      double sine = 0;
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = w[i * p + j] - xq[i * p + j] * svd.s()[j];
        sine += column[i] * column[i];
      }
      sine = Math.sqrt(sine);
      double angle = Math.atan2(sine, svd.s()[j]);
      cut |= angle > Math.PI / 2 - 1e-9;
      double factor = sine == 0 ? 1 : angle / sine;
      for (int i = 0; i < n; i++) {
        scaled[i * p + j] = factor * column[i];
      }
    }
    double[] delta = Products.multiplyTransposed(scaled, svd.u(), n, p, p);
    return new Logarithm(delta, cut);
  }

  /** The point of the geodesic from X to Y at time t: X at 0, Y at 1. */
  public double[] geodesic(double[] x, double[] y, double t) {
    return exponential(x, logarithm(x, y).delta(), t);
  }

  /**
   * Parallel transport of Γ along the geodesic from X in direction Δ, to time t. It keeps lengths
   * and angles, and is horizontal at {@link #exponential}'s basis.
   */
  public double[] transport(double[] x, double[] delta, double[] gamma, double t) {
    Svd svd = Svd.thin(delta, n, p);
    double[] ug = Products.transposedMultiply(svd.u(), gamma, p, n, p);
    double[] xv = Products.multiply(x, svd.v(), n, p, p);
    double[] moved = gamma.clone();
    double[] sine = new double[p * p];
    double[] cosine = new double[p * p];
    for (int j = 0; j < p; j++) {
      for (int c = 0; c < p; c++) {
        sine[j * p + c] = -Math.sin(t * svd.s()[j]) * ug[j * p + c];
        cosine[j * p + c] = (Math.cos(t * svd.s()[j]) - 1) * ug[j * p + c];
      }
    }
    add(moved, 1, Products.multiply(xv, sine, n, p, p));
    add(moved, 1, Products.multiply(svd.u(), cosine, n, p, p));
    return moved;
  }

  /** tr(AᵀB). */
  public double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** A point drawn uniformly: the orthonormal factor of a Gaussian matrix. */
  public double[] random(SplittableRandom random) {
    double[] gaussian = new double[n * p];
    for (int i = 0; i < gaussian.length; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      gaussian[i] = radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return Qr.of(gaussian, n, p).q();
  }

  private double[] gram(double[] a, double[] b) {
    return Products.transposedMultiply(a, b, p, n, p);
  }

  /** V diag(f) Vᵀ. */
  private double[] function(double[] v, double[] f) {
    double[] scaled = new double[p * p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        scaled[i * p + j] = v[i * p + j] * f[j];
      }
    }
    return Products.multiplyTransposed(scaled, v, p, p, p);
  }

  static void add(double[] target, double factor, double[] other) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * other[i];
    }
  }
}
