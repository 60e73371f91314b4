package dev.grassmann.clusters.lowrank;

import dev.grassmann.clusters.spectral.SymmetricCodes;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** The two low-rank codes that one singular value decomposition gives. */
final class ClosedForm {
  private ClosedForm() {}

  /** V_r V_rᵀ, the shape interaction matrix: the noise-free optimum of LRR. */
  static SymmetricCodes interaction(RowSpace space) {
    return new SymmetricCodes(space.vectors().clone(), false, false);
  }

  /** The shrunk directions V_1 (I - S_1⁻² / τ)^1/2, n × r; empty where no singular value counts. */
  static Optional<Tensor> directions(RowSpace space, double tau) {
    double[] root = space.values();
    int kept = 0;
    while (kept < root.length && root[kept] > 1 / Math.sqrt(tau)) {
      root[kept] = Math.sqrt(1 - 1 / (tau * root[kept] * root[kept]));
      kept++;
    }
    if (kept == 0) {
      return Optional.empty();
    }
    double[] scale = Arrays.copyOf(root, kept);
    int columns = kept;
    return Optional.of(
        Scope.compute(
            () -> space.vectors().narrow(1, 0, columns).mul(Tensors.of(scale, 1, columns))));
  }

  /**
   * V_1 (I - S_1⁻² / τ) V_1ᵀ over the singular values above 1/√τ: the optimum of LRSC.
   *
   * @return empty where no singular value is that large: then the optimum is 0
   */
  static Optional<SymmetricCodes> shrunk(RowSpace space, double tau) {
    return directions(space, tau).map(factor -> new SymmetricCodes(factor, false, false));
  }
}
