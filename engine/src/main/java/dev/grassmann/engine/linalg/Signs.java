package dev.grassmann.engine.linalg;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Singular vectors and eigenvectors have two signs; this is the one that we give. */
final class Signs {
  private Signs() {}

  /** For each column +1 or -1, by which its entry of largest magnitude becomes positive. */
  static Tensor ofColumns(Tensor v) {
    Tensor at = v.abs().argmax(new LongOptional(0), true);
    Tensor signs = v.gather(0, at).sign();
    return signs.add(signs.eq(new Scalar(0)).to(signs.scalar_type()));
  }

  /** The same for one column. */
  static double of(double[] v) {
    double largest = 0;
    for (double entry : v) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    return largest < 0 ? -1 : 1;
  }
}
