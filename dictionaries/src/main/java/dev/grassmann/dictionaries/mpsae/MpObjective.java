package dev.grassmann.dictionaries.mpsae;

import dev.grassmann.dictionaries.Directions;

/** The loss of MP-SAE on a batch, mean over rows of ‖x - x_hat‖², and its exact gradient. */
final class MpObjective {
  private final StopRule rule;
  private final boolean orthogonal;

  /**
   * @param orthogonal whether coefficients are solved for anew after each pick; they then count as
   *     fixed in the gradient
   */
  MpObjective(StopRule rule, boolean orthogonal) {
    this.rule = rule;
    this.orthogonal = orthogonal;
  }

  /**
   * Encodes a batch and adds the gradients.
   *
   * @param x rows × d
   * @param bias d numbers; null for none
   * @param dAtoms p × d, added to
   * @param dBias d numbers, added to; null where there is no bias
   * @return what was picked; its mean squared residual is the loss
   */
  Picks descend(Atoms atoms, float[] bias, float[] x, int rows, float[] dAtoms, float[] dBias) {
    Picks picks = Picks.none(x, 0, rows, rule.steps(), atoms.d(), bias);
    try (Directions products = new Directions(atoms.rows(), atoms.p(), atoms.d(), null)) {
      if (orthogonal) {
        new OrthogonalPursuit(atoms, products.gram(), rule.steps()).run(picks, products);
        FixedCodesGradient.add(atoms, picks, dAtoms, dBias);
      } else {
        boolean gram =
            MpEncoder.gramFits(atoms.p()) && Pursuit.gramPays(atoms.p(), rows, rule.steps());
        new Pursuit(atoms, rule).run(picks, products, gram ? products.gram() : null);
        PursuitGradient.add(atoms, picks, dAtoms, dBias);
      }
    }
    return picks;
  }
}
