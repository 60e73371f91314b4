package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.engine.linalg.Products;
import java.util.Arrays;
import java.util.List;

/**
 * The exact posterior mean of a mixture of low-rank Gaussians, in float64:
 *
 * <pre>
 *   D(x) = sum_k w_k m_k,  m_k = mu_k + U_k diag(lam / (lam + sigma²)) U_kᵀ (x - mu_k)
 *   log w_k = log pi_k + ½ sum_i [lam_i / (lam_i + sigma²) p_i² / sigma² - log(1 + lam_i / sigma²)]
 *             + (2 x·mu_k - |mu_k|²) / (2 sigma²),  p = U_kᵀ (x - mu_k)
 * </pre>
 *
 * for x = x_0 + sigma e; of x_t = s x_0 + gamma e it is asked at x_t / s with sigma = gamma / s,
 * where it is the paper's posterior mean. By Tweedie's formula m_k - x is sigma² times a
 * component's score, so that J = sum_k w_k A_k + (1 / sigma²) sum_k w_k m_k (m_k - D)ᵀ, a symmetric
 * matrix.
 */
public final class MixtureDenoiser implements Denoiser {
  private final Mixture mixture;
  private final int n;
  private final List<double[]> bases;
  private final List<double[]> means;
  private final List<double[]> variances;

  public MixtureDenoiser(Mixture mixture) {
    this.mixture = mixture;
    this.n = mixture.n();
    this.bases = mixture.components().stream().map(c -> c.subspace().basis()).toList();
    this.means = mixture.components().stream().map(Component::mean).toList();
    this.variances = mixture.components().stream().map(Component::variances).toList();
  }

  /** The model. */
  public Mixture mixture() {
    return mixture;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double[] predict(double[] x, int rows, double sigma) {
    Posterior posterior = posterior(x, rows, sigma);
    return posterior.mean();
  }

  /** Probability of each component given each noisy row, rows × K. */
  public double[] weights(double[] x, int rows, double sigma) {
    return posterior(x, rows, sigma).weights();
  }

  /**
   * What is known of rows.
   *
   * @param weights rows × K
   * @param each K arrays of rows × n: the posterior mean within each component
   */
  private record Posterior(double[] weights, double[][] each) {
    double[] mean() {
      int k = each.length;
      int rows = weights.length / k;
      int n = each[0].length / rows;
      double[] mean = new double[rows * n];
      for (int c = 0; c < k; c++) {
        for (int p = 0; p < mean.length; p++) {
          mean[p] += weights[p / n * k + c] * each[c][p];
        }
      }
      return mean;
    }
  }

  private Posterior posterior(double[] x, int rows, double sigma) {
    requireNoise(sigma);
    int k = mixture.k();
    double[] log = new double[rows * k];
    double[][] each = new double[k][];
    for (int c = 0; c < k; c++) {
      each[c] = component(c, x, rows, sigma * sigma, log);
    }
    for (int i = 0; i < rows; i++) {
      soften(log, i * k, k);
    }
    return new Posterior(log, each);
  }

  /** Fills column c of {@code log} with logarithms of weights, and gives m_c of each row. */
  private double[] component(int c, double[] x, int rows, double noise, double[] log) {
    double[] mean = means.get(c);
    double[] variance = variances.get(c);
    int d = variance.length;
    double[] centred = x.clone();
    double[] along = new double[rows]; // x·mu - |mu|²/2
    for (int p = 0; p < centred.length; p++) {
      int j = p % n;
      along[p / n] += (x[p] - mean[j] / 2) * mean[j];
      centred[p] -= mean[j];
    }
    double[] inside = Products.multiply(centred, bases.get(c), rows, n, d);
    double share = Math.log(mixture.components().get(c).share());
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int a = 0; a < d; a++) {
        double p = inside[i * d + a];
        double gain = variance[a] / (variance[a] + noise);
        sum += gain * p * p / noise - Math.log1p(variance[a] / noise);
        inside[i * d + a] = gain * p;
      }
      log[i * mixture.k() + c] = share + sum / 2 + along[i] / noise;
    }
    double[] near = Products.multiplyTransposed(inside, bases.get(c), rows, d, n);
    for (int p = 0; p < near.length; p++) {
      near[p] += mean[p % n];
    }
    return near;
  }

  /** Logarithms to shares that sum to 1; the largest is taken off first, or exp would overflow. */
  private static void soften(double[] log, int from, int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (int c = from; c < from + count; c++) {
      most = Math.max(most, log[c]);
    }
    double sum = 0;
    for (int c = from; c < from + count; c++) {
      log[c] = Math.exp(log[c] - most);
      sum += log[c];
    }
    for (int c = from; c < from + count; c++) {
      log[c] /= sum;
    }
  }

  @Override
  public double[] forward(double[] x, double sigma, double[] directions, int count) {
    Posterior posterior = posterior(x, 1, sigma);
    double[] mean = posterior.mean();
    double noise = sigma * sigma;
    double[] out = new double[count * n];
    for (int c = 0; c < mixture.k(); c++) {
      double weight = posterior.weights()[c];
      double[] m = posterior.each()[c];
      double[] variance = variances.get(c);
      int d = variance.length;
      double[] inside = Products.multiply(directions, bases.get(c), count, n, d);
      for (int p = 0; p < inside.length; p++) {
        inside[p] *= weight * variance[p % d] / (variance[p % d] + noise);
      }
      double[] gained = Products.multiplyTransposed(inside, bases.get(c), count, d, n);
      for (int r = 0; r < count; r++) {
        double turn = 0;
        for (int j = 0; j < n; j++) {
          turn += (m[j] - mean[j]) * directions[r * n + j];
        }
        for (int j = 0; j < n; j++) {
          out[r * n + j] += gained[r * n + j] + weight * turn / noise * m[j];
        }
      }
    }
    return out;
  }

  /** As {@link #forward}: the Jacobian is symmetric. */
  @Override
  public double[] backward(double[] x, double sigma, double[] directions, int count) {
    return forward(x, sigma, directions, count);
  }

  private static void requireNoise(double sigma) {
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new InputException(
          "the noise level is " + sigma,
          "",
          "give a sigma above 0: at gamma_t = 0 the weights' factor phi is infinite");
    }
  }

  @Override
  public String toString() {
    return "mixture of dimensions "
        + Arrays.toString(variances.stream().mapToInt(v -> v.length).toArray())
        + " in R^"
        + n;
  }
}
