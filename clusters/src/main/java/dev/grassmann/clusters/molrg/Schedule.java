package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;

/**
 * How a time between 0 (data) and 1 (noise) becomes a noise level: x_t = s x_0 + gamma e. Only
 * sigma = gamma / s matters to a denoiser that is asked at x_t / s.
 */
public enum Schedule {
  /** Variance preserving, log s² = -(0.1 t + 9.95 t²): DDPM's linear betas in continuous time. */
  VP {
    @Override
    double sigmaOf(double t) {
      return Math.sqrt(Math.expm1(BETA_LEAST * t + 0.5 * BETA_SPAN * t * t));
    }

    @Override
    double timeOf(double sigma) {
      double log = Math.log1p(sigma * sigma);
      return (Math.sqrt(BETA_LEAST * BETA_LEAST + 2 * BETA_SPAN * log) - BETA_LEAST) / BETA_SPAN;
    }

    @Override
    public double signal(double sigma) {
      return preserved(sigma);
    }
  },
  /** Variance preserving, s = cos(pi t / 2). */
  COSINE {
    @Override
    double sigmaOf(double t) {
      return Math.tan(Math.PI / 2 * t);
    }

    @Override
    double timeOf(double sigma) {
      return Math.atan(sigma) * 2 / Math.PI;
    }

    @Override
    public double signal(double sigma) {
      return preserved(sigma);
    }
  },
  /** Variance exploding, s = 1, sigma from 0.02 to 100 in equal ratios (Song et al. 2021). */
  VE {
    @Override
    double sigmaOf(double t) {
      return 0.02 * Math.pow(100 / 0.02, t);
    }

    @Override
    double timeOf(double sigma) {
      return Math.log(sigma / 0.02) / Math.log(100 / 0.02);
    }
  },
  /** s = 1, sigma from 0.002 to 80 in equal steps of its seventh root (Karras et al. 2022). */
  EDM {
    @Override
    double sigmaOf(double t) {
      double low = Math.pow(LEAST, 1 / RHO);
      return Math.pow(low + t * (Math.pow(MOST, 1 / RHO) - low), RHO);
    }

    @Override
    double timeOf(double sigma) {
      double low = Math.pow(LEAST, 1 / RHO);
      return (Math.pow(sigma, 1 / RHO) - low) / (Math.pow(MOST, 1 / RHO) - low);
    }
  };

  private static final double BETA_LEAST = 0.1;
  private static final double BETA_SPAN = 19.9;

  /** Least noise that is asked for: below it the posterior's exponents would only overflow. */
  static final double LEAST = 0.002;

  /** Most noise of a sampler's start. */
  static final double MOST = 80;

  /** Where levels end: the cosine's would be infinite, and nothing is left to see there. */
  static final double LARGEST = 150;

  /** Curvature of EDM's grid of noise levels. */
  static final double RHO = 7;

  /**
   * Noise level of a time.
   *
   * @param t above 0, at most 1
   * @return sigma = gamma / s, {@value #LEAST} to {@value #LARGEST}
   * @throws InputException for a time outside, at 0 among others, where the posterior's weights are
   *     not defined
   */
  public double sigma(double t) {
    if (!(t > 0 && t <= 1)) {
      throw new InputException(
          "time " + t + " has no noise to take away",
          "",
          "give a time above 0 (data), at most 1 (noise): at gamma_t = 0 phi is infinite");
    }
    return Math.min(LARGEST, Math.max(LEAST, sigmaOf(t)));
  }

  /** Time of a noise level, cut to 0 to 1. */
  public double time(double sigma) {
    return Math.min(1, Math.max(0, timeOf(sigma)));
  }

  /** What the data are multiplied by at a noise level: s in x_t = s x_0 + gamma e. */
  public double signal(double sigma) {
    return 1;
  }

  abstract double sigmaOf(double t);

  abstract double timeOf(double sigma);

  private static double preserved(double sigma) {
    return 1 / Math.sqrt(1 + sigma * sigma);
  }
}
