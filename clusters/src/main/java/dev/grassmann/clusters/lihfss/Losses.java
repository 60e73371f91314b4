package dev.grassmann.clusters.lihfss;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The losses of the method, each applied alone; all of them are sums, as in the released code. */
final class Losses {
  /** Under the root of |C| + |C|ᵀ, whose slope at 0 is infinite. */
  private static final double ROOT = 1e-12;

  private static final double QUALITY = 10;

  private Losses() {}

  /** Squared distances of all rows, n × n: ‖v_i‖² + ‖v_j‖² - 2 v_iᵀv_j, never below 0. */
  static Tensor distances(Tensor rows) {
    Tensor square = rows.square().sum(new long[] {1}, true, new ScalarTypeOptional());
    return square
        .add(square.t())
        .sub(rows.matmul(rows.t()).mul(new Scalar(2.0)))
        .clamp_min(new Scalar(0.0));
  }

  /**
   * Mean over layers of Σ_ij H_ij ‖v_i - v_j‖².
   *
   * @param h squared distances of the inputs, n × n
   * @param layers n × d_l each
   */
  static Tensor preserved(Tensor h, List<Tensor> layers) {
    Tensor sum = null;
    for (Tensor v : layers) {
      Tensor part = h.mul(distances(v)).sum();
      sum = sum == null ? part : sum.add(part);
    }
    return sum.div(new Scalar((double) layers.size()));
  }

  /** Σ over layers and pairs of (H_ij / ΣH - H^l_ij / ΣH^l)². */
  static Tensor stress(Tensor h, List<Tensor> layers) {
    Tensor share = h.div(h.sum());
    Tensor sum = null;
    for (Tensor v : layers) {
      Tensor own = distances(v);
      Tensor part = share.sub(own.div(own.sum().clamp_min(new Scalar(1e-30)))).square().sum();
      sum = sum == null ? part : sum.add(part);
    }
    return sum;
  }

  /**
   * L2 = Σ over layers ‖V_l - C V_l‖².
   *
   * @param layers n × d_l each, the input among them
   */
  static Tensor selfExpression(Tensor c, List<Tensor> layers) {
    Tensor all =
        torch.cat(new TensorVector(layers.toArray(new Tensor[0])), 1); // one product for all layers
    return all.sub(c.matmul(all)).square().sum();
  }

  /**
   * 10 tr(QᵀL'Q) with L' the Laplacian of W' = (|C| + |C|ᵀ)^1/2: ten times the sum of W' over pairs
   * of different clusters.
   *
   * @param apart 1 where two points are in different clusters, else 0; n × n
   */
  static Tensor quality(Tensor c, Tensor apart) {
    Tensor size = c.abs();
    Tensor root = size.add(size.t()).add(new Scalar(ROOT)).sqrt();
    return root.mul(apart).sum().mul(new Scalar(QUALITY));
  }
}
