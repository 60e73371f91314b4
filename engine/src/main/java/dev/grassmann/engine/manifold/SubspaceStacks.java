package dev.grassmann.engine.manifold;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.StringViewOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Grassmann geometry of many subspaces at once, for training: tensors of shape ... × k × n, float32
 * or float64, on any device, each k × n matrix a point by its orthonormal rows. {@link Grassmann}
 * says the same for one, with the basis as columns, and has the sources.
 *
 * <p>Results belong to the open scope; arguments stay as they are. Nothing here divides by an angle
 * or a singular value that may be small, so that no step and no transport loses digits near 0.
 */
public final class SubspaceStacks {
  /** Below this angle a sine over its angle is taken from its series. */
  private static final double SMALL = 1e-4;

  private SubspaceStacks() {}

  /** Z - (Z Xᵀ) X: onto the tangent spaces. */
  public static Tensor tangent(Tensor x, Tensor z) {
    return z.sub(z.matmul(transposed(x)).matmul(x));
  }

  /**
   * Where geodesics lead.
   *
   * @param points at time t
   * @param direction what has become of the direction on the way, by parallel transport
   */
  public record Step(Tensor points, Tensor direction) {}

  /**
   * Along the geodesics from X in the directions G to time t, without a decomposition of k × n:
   * with G Gᵀ = V s² Vᵀ, to V cos(ts) Vᵀ X + t V sinc(ts) Vᵀ G. The cosine is taken as 1 - 2
   * sin²(ts/2), so that what V lacks of orthonormal, 1e-7 in float32, meets the change alone and
   * not the whole of X: 2,000 steps of float32 then leave the rows orthonormal.
   */
  public static Step geodesic(Tensor x, Tensor g, double t) {
    Spectrum spectrum = Spectrum.of(g, t);
    Tensor half = spectrum.angle.mul(new Scalar(0.5)).sin();
    Tensor shortened = spectrum.function(half.square().mul(new Scalar(2.0)));
    Tensor sine = spectrum.function(spectrum.s.mul(spectrum.angle.sin()));
    Tensor along = spectrum.function(sinc(spectrum.angle).mul(new Scalar(t)));
    return new Step(
        x.sub(shortened.matmul(x)).add(along.matmul(g)),
        g.sub(shortened.matmul(g)).sub(sine.matmul(x)));
  }

  /**
   * Parallel transport of Γ along the geodesics from X in the directions G, to time t: Γ - (Γ Gᵀ) V
   * [t² sinc²(ts/2) / 2 Vᵀ G + t sinc(ts) Vᵀ X]. It keeps lengths and angles, and is horizontal at
   * {@link #geodesic}'s points.
   */
  public static Tensor transport(Tensor x, Tensor g, Tensor gamma, double t) {
    Spectrum spectrum = Spectrum.of(g, t);
    Tensor half = sinc(spectrum.angle.mul(new Scalar(0.5)));
    Tensor turned = spectrum.function(half.square().mul(new Scalar(t * t / 2)));
    Tensor lost = spectrum.function(sinc(spectrum.angle).mul(new Scalar(t)));
    return gamma.sub(gamma.matmul(transposed(g)).matmul(turned.matmul(g).add(lost.matmul(x))));
  }

  /**
   * Logarithms: the tangents at X whose geodesics reach Y at time 1, from sine and cosine of the
   * angles together.
   */
  public static Tensor logarithm(Tensor x, Tensor y) {
    // x yᵀ = q c rᵀ, and the rows w = rᵀ y - c qᵀ x have the sines for lengths
    T_TensorTensorTensor_T svd =
        torch.linalg_svd(x.matmul(transposed(y)), false, new StringViewOptional());
    Tensor cosines = svd.get1();
    Tensor near = transposed(svd.get0()).matmul(x);
    Tensor w = svd.get2().matmul(y).sub(near.mul(cosines.unsqueeze(-1)));
    w = w.sub(w.matmul(transposed(x)).matmul(x)); // what rounding left inside span(x)
    Tensor sines = w.square().sum(-1).sqrt();
    Tensor angles = torch.atan2(sines, cosines);
    Tensor none = sines.eq(new Scalar(0));
    Tensor factor = torch.where(none, torch.ones_like(angles), angles.div(sines));
    return svd.get0().matmul(w.mul(factor.unsqueeze(-1)));
  }

  /** Principal angles, in radians, ascending: shape ... × k. */
  public static Tensor angles(Tensor x, Tensor y) {
    Tensor inside = y.matmul(transposed(x));
    Tensor cosines = torch.linalg_svdvals(inside);
    Tensor sines = torch.linalg_svdvals(y.sub(inside.matmul(x)));
    return torch.atan2(sines.flip(-1), cosines);
  }

  /** Geodesic distances: one number a pair. */
  public static Tensor distance(Tensor x, Tensor y) {
    return angles(x, y).square().sum(-1).sqrt();
  }

  /**
   * Fréchet means over the first axis.
   *
   * @param points m × ... × k × n: m stacks, the i-th subspaces of which have a mean each
   * @return ... × k × n; the steps from the first stack on end when no mean tangent is longer than
   *     10 roundings of the number type, or after 100
   */
  public static Tensor mean(Tensor points) {
    double settled = points.scalar_type().value == ScalarType.Float.value ? 1e-6 : 1e-14;
    Tensor mean = chordal(points);
    for (int i = 0; i < 100; i++) {
      Tensor tangent = tangent(mean, logarithm(mean.unsqueeze(0), points).mean(0));
      mean = orthonormal(geodesic(mean, tangent, 1).points());
      if (tangent.square().sum(-1, -2).max().sqrt().item_double() < settled) {
        break;
      }
    }
    return mean;
  }

  /** The leading eigenvectors of the mean projectors: the chordal means over the first axis. */
  public static Tensor chordal(Tensor points) {
    long k = points.size(-2);
    // singular vectors of all bases below each other, so that no n × n projector is made
    Tensor below = points.movedim(0, -3).flatten(-3, -2);
    return torch
        .linalg_svd(below, false, new StringViewOptional())
        .get2()
        .narrow(-2, 0, k)
        .contiguous();
  }

  /**
   * The orthonormal factor of positive diagonal, which is the nearest to rows nearly orthonormal.
   */
  public static Tensor orthonormal(Tensor x) {
    T_TensorTensor_T qr = torch.linalg_qr(transposed(x));
    Tensor signs = qr.get1().diagonal(0, -2, -1).sign();
    Tensor never0 = signs.add(signs.eq(new Scalar(0)).to(signs.scalar_type()));
    return transposed(qr.get0().mul(never0.unsqueeze(-2)));
  }

  /** Largest |X Xᵀ - I| of any entry: how far rounding has carried the rows from orthonormal. */
  public static double drift(Tensor x) {
    Tensor gram = x.matmul(transposed(x));
    Tensor identity = torch.eye(x.size(-2)).to(gram.device(), gram.scalar_type());
    return gram.sub(identity).abs().max().item_double();
  }

  private static Tensor transposed(Tensor x) {
    return x.transpose(-2, -1);
  }

  /** sin(a) / a; 0 / 0 is not chosen. */
  private static Tensor sinc(Tensor angle) {
    Tensor small = angle.abs().lt(new Scalar(SMALL));
    Tensor series = angle.square().mul(new Scalar(-1 / 6.0)).add(new Scalar(1.0));
    return torch.where(small, series, angle.sin().div(angle));
  }

  /**
   * G Gᵀ = V s² Vᵀ.
   *
   * @param angle t s
   */
  private record Spectrum(Tensor v, Tensor s, Tensor angle) {
    static Spectrum of(Tensor g, double t) {
      T_TensorTensor_T eigen = torch.linalg_eigh(g.matmul(transposed(g)));
      Tensor s = eigen.get0().clamp_min(new Scalar(0.0)).sqrt();
      return new Spectrum(eigen.get1(), s, s.mul(new Scalar(t)));
    }

    /** V diag(f) Vᵀ. */
    Tensor function(Tensor f) {
      return v.mul(f.unsqueeze(-2)).matmul(transposed(v));
    }
  }
}
