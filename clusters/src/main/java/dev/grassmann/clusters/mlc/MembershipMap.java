package dev.grassmann.clusters.mlc;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Memberships of a batch from what the cluster head says of its points. */
record MembershipMap(MembershipOptions options) {
  private static final double TINY = 1e-20; // a uniform number of 0 has no logarithm

  /**
   * @param said n × d rows of length 1, or n × K scores for {@link Membership#POINT_CLUSTER}
   * @return n × n or n × K
   */
  Tensor of(Tensor said) {
    if (options.membership() == Membership.POINT_CLUSTER) {
      return gumbel(said);
    }
    Tensor gamma =
        new Sinkhorn(options.eta(), options.halfSteps(), options.slope()).project(cosines(said));
    return options.symmetric() ? gamma.add(gamma.t()).mul(new Scalar(0.5)) : gamma;
  }

  /** A = C Cᵀ, or its absolute values. */
  Tensor cosines(Tensor said) {
    Tensor a = said.matmul(said.t());
    return options.absolute() ? a.abs() : a;
  }

  /** softmax((log p - log(-log u)) / τ) with uniform u, by libtorch's generator. */
  private Tensor gumbel(Tensor scores) {
    Tensor uniform = torch.rand_like(scores).clamp_min(new Scalar(TINY));
    Tensor noise = uniform.log().neg().clamp_min(new Scalar(TINY)).log().neg();
    return scores.log_softmax(1).add(noise).div(new Scalar(options.temperature())).softmax(1);
  }

  /** Mean of exp(entropy) over the columns: how many companions a point has. */
  static double companions(Tensor memberships) {
    Tensor g = memberships.detach();
    Tensor share = g.div(g.sum(0).clamp_min(new Scalar(TINY)));
    Tensor logs = share.clamp_min(new Scalar(TINY)).log();
    return share.mul(logs).sum(0).neg().exp().mean().item_double();
  }
}
