package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.train.OptimiserPlan;
import java.util.List;

/** Every option of MLC. */
public record MlcConfig(
    NetworkOptions network,
    ViewOptions views,
    PretrainOptions pretraining,
    MembershipOptions memberships,
    DescentOptions descent,
    LabelOptions labels) {

  /**
   * For some thousand rows on a few cores: two layers of 256, 32 features, 800 + 300 steps of Adam
   * on batches of 256, ε² = 0.2, η = 0.18. No view is made unless one is asked for.
   */
  public static final MlcConfig DEFAULTS =
      new MlcConfig(
          new NetworkOptions(32, List.of(256, 256), Activation.RELU, false),
          new ViewOptions(0, 0, 0, 0, 0, 1, 0, 0),
          new PretrainOptions(Pretrain.TCR, "", 800, 1e-3, 30, 0),
          new MembershipOptions(
              Membership.DOUBLY_STOCHASTIC, 0.18, 0.06, 20, Slope.UNROLLED, false, false, 1),
          new DescentOptions(0.2, 1, 0, 0, 256, 300, 5e-4, OptimiserPlan.Rule.ADAM, 0.9, 0, 0),
          new LabelOptions(0, 20, Labelling.MEMBERSHIP, 9, 0, 10, 10, 0, 4));

  /**
   * The constants of the authors' later code, for features of a large pre-trained network: two
   * layers of 4,096, 128 features, SGD on batches of 1,024, ε² = 0.1, η = 0.175, five half-steps,
   * absolute cosines.
   */
  public static final MlcConfig RELEASED =
      new MlcConfig(
          new NetworkOptions(128, List.of(4_096, 4_096), Activation.RELU, true),
          new ViewOptions(0, 0, 0, 0, 0, 1, 0, 0),
          new PretrainOptions(Pretrain.NONE, "", 800, 1e-3, 30, 50),
          new MembershipOptions(
              Membership.DOUBLY_STOCHASTIC, 0.175, 0.06, 5, Slope.CPP, true, false, 1),
          new DescentOptions(
              0.1, 1, 0.025, 0, 1_024, 1_000, 1e-4, OptimiserPlan.Rule.SGD, 0.9, 1e-4, 5e-3),
          new LabelOptions(0, 20, Labelling.MEMBERSHIP, 9, 0, 10, 10, 0, 4));
}
