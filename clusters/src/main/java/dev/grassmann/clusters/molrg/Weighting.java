package dev.grassmann.clusters.molrg;

/** Which noise levels a training draws, and how it weighs them. */
public enum Weighting {
  /** Times equally often, all of weight 1. */
  UNIFORM {
    @Override
    double sigma(double uniform, double gaussian, Schedule schedule) {
      return schedule.sigma(Math.max(uniform, 1e-9));
    }

    @Override
    double weight(double sigma, double sigmaData) {
      return 1;
    }
  },
  /**
   * ln sigma ~ N(-1.2, 1.2²), weight (sigma² + sigma_d²) / (sigma sigma_d)² (Karras et al. 2022).
   */
  EDM {
    @Override
    double sigma(double uniform, double gaussian, Schedule schedule) {
      return Math.exp(-1.2 + 1.2 * gaussian);
    }

    @Override
    double weight(double sigma, double sigmaData) {
      double product = sigma * sigmaData;
      return (sigma * sigma + sigmaData * sigmaData) / (product * product);
    }
  };

  /** A noise level from a uniform and a standard normal number. */
  abstract double sigma(double uniform, double gaussian, Schedule schedule);

  /** Its weight in the loss. */
  abstract double weight(double sigma, double sigmaData);
}
