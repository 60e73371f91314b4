package dev.grassmann.engine.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Grassmann geometry of C subspaces at once, each a k × n matrix of orthonormal rows; {@link
 * dev.grassmann.engine.manifold.Grassmann} says the same for one, with the basis as columns.
 */
final class SubspaceStacks {
  /** Below this angle the sine over its angle is taken from its series. */
  private static final double SMALL = 1e-4;

  private SubspaceStacks() {}

  /** Z - (Z Xᵀ) X: onto the tangent space, C × k × n. */
  static Tensor tangent(Tensor x, Tensor z) {
    return z.sub(z.matmul(x.transpose(1, 2)).matmul(x));
  }

  /**
   * Where a geodesic leads.
   *
   * @param points at time t
   * @param direction what has become of the direction on the way, by parallel transport
   */
  record Step(Tensor points, Tensor direction) {}

  /**
   * Along the geodesics from X in the directions G to time t, without a decomposition of k × n:
   * with G Gᵀ = V s² Vᵀ, to V cos(ts) Vᵀ X + t V sinc(ts) Vᵀ G.
   */
  static Step geodesic(Tensor x, Tensor g, double t) {
    T_TensorTensor_T eigen = torch.linalg_eigh(g.matmul(g.transpose(1, 2)));
    Tensor v = eigen.get1();
    Tensor s = eigen.get0().clamp_min(new Scalar(0.0)).sqrt();
    Tensor angle = s.mul(new Scalar(t));
    Tensor small = angle.abs().lt(new Scalar(SMALL));
    Tensor series = angle.square().mul(new Scalar(-1 / 6.0)).add(new Scalar(1.0));
    Tensor sinc = torch.where(small, series, angle.sin().div(angle)); // 0/0 is not chosen
    Tensor cosine = function(v, angle.cos());
    Tensor points = cosine.matmul(x).add(function(v, sinc.mul(new Scalar(t))).matmul(g));
    Tensor sine = function(v, s.mul(angle.sin()));
    return new Step(points, cosine.matmul(g).sub(sine.matmul(x)));
  }

  /** V diag(f) Vᵀ. */
  private static Tensor function(Tensor v, Tensor f) {
    return v.mul(f.unsqueeze(1)).matmul(v.transpose(1, 2));
  }

  /**
   * The orthonormal factor of positive diagonal, which is the nearest to rows nearly orthonormal.
   */
  static Tensor orthonormal(Tensor x) {
    T_TensorTensor_T qr = torch.linalg_qr(x.transpose(1, 2));
    Tensor signs = qr.get1().diagonal(0, 1, 2).sign();
    Tensor never0 = signs.add(signs.eq(new Scalar(0)).to(signs.scalar_type()));
    return qr.get0().mul(never0.unsqueeze(1)).transpose(1, 2);
  }
}
