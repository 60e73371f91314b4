package dev.grassmann.clusters.molrg;

/**
 * The loss of the hard denoiser at one point, averaged over all noise: with a = 1 / (1 + sigma²), E
 * ‖D(x + sigma e) - x‖² = ‖x‖² - (2 a - a²) ‖U_cᵀ x‖² + d a² sigma². What depends on the bases is
 * ‖U_cᵀ x‖² alone, and it counts the same at every noise level but for a factor: minimising the
 * loss is maximising sum_i max_k ‖U_kᵀ x_i‖², which is PCA for one component and k-subspaces for
 * several.
 */
final class ClosedForm {
  private ClosedForm() {}

  /**
   * @param square ‖x‖²
   * @param held ‖U_cᵀ x‖²
   * @param d dimension of the component
   */
  static double loss(double square, double held, int d, double sigma) {
    double a = 1 / (1 + sigma * sigma);
    return square - (2 * a - a * a) * held + d * a * a * sigma * sigma;
  }
}
