package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The largest eigenpairs of an operator by block Lanczos with full orthogonalisation and thick
 * restarts (Wu, Simon 2000): when the basis is full, its better half of Ritz vectors stays, and the
 * Krylov sequence goes on from the block that was next.
 *
 * <p>The block is a few columns wider than k, so that a value of multiplicity k (a graph of k
 * components) is found k times, which a single-vector method does only by its rounding errors.
 */
final class BlockKrylov {
  private static final int DENSE = 512;

  private final SymmetricOperator a;
  private final int n;
  private final int k;
  private final int width;
  private final int capacity;

  /** Columns of {@link #basis} and {@link #images} in use. */
  private int used;

  private Tensor basis;
  private Tensor images;

  BlockKrylov(SymmetricOperator a, int k) {
    this.a = a;
    this.n = a.n();
    this.k = k;
    this.width = Math.min(n, k + Math.max(4, k / 4));
    // about 200 columns: a polynomial long enough, a basis short enough to orthogonalise
    this.capacity = width * Math.max(4, Math.min(14, 200 / width));
  }

  SymmetricEigen largest(double tolerance, int cycles, long seed) {
    if (n <= DENSE || capacity >= n) {
      return dense();
    }
    try (Scope scope = Scope.open()) {
      basis = matrix(capacity);
      images = matrix(capacity);
      append(torch.linalg_qr(gaussian(seed)).get0());
      for (int cycle = 1; ; cycle++) {
        while (used + width <= capacity) {
          append(next());
        }
        try (Scope ritz = Scope.open()) {
          T_TensorTensor_T pairs = rayleighRitz();
          Tensor values = pairs.get0().flip(0);
          Tensor turn = pairs.get1().flip(1);
          double residual = residual(values, turn);
          if (residual <= tolerance || cycle >= cycles) {
            Tensor vectors = basis.matmul(turn.narrow(1, 0, k));
            return SymmetricEigen.signed(values.narrow(0, 0, k), vectors, residual);
          }
          restart(turn);
        }
      }
    }
  }

  private SymmetricEigen dense() {
    double[] identity = new double[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    double[] full = new double[identity.length];
    a.apply(identity, n, full);
    return SymmetricEigen.largest(full, n, k);
  }

  /** The block A · newest, made orthogonal to all before it. */
  private Tensor next() {
    return Scope.compute(
        () -> {
          Tensor before = basis.narrow(1, 0, used);
          Tensor image = images.narrow(1, used - width, width);
          Tensor block = torch.linalg_qr(project(project(image, before), before)).get0();
          // a block that adds nothing new is rounding errors, which QR has blown up to unit length
          for (int again = 0; again < 3 && overlap(before, block) > 1e-14; again++) {
            block = torch.linalg_qr(project(block, before)).get0();
          }
          return block;
        });
  }

  private static double overlap(Tensor before, Tensor block) {
    return before.t().matmul(block).abs().max().item_double();
  }

  private static Tensor project(Tensor block, Tensor before) {
    return block.sub(before.matmul(before.t().matmul(block)));
  }

  private void append(Tensor block) {
    try (Scope scope = Scope.open()) {
      double[] image = new double[n * width];
      a.apply(Tensors.doubles(block), width, image);
      basis.narrow(1, used, width).copy_(block);
      images.narrow(1, used, width).copy_(Tensors.of(image, n, width));
      used += width;
    }
    block.close();
  }

  /** Eigenpairs of VᵀAV, ascending. */
  private T_TensorTensor_T rayleighRitz() {
    Tensor projected = basis.t().matmul(images);
    return torch.linalg_eigh(projected.add(projected.t()).mul(new Scalar(0.5)));
  }

  /** Largest ‖A y - λ y‖ of the k leading pairs, relative to the largest |λ|. */
  private double residual(Tensor values, Tensor turn) {
    Tensor leading = turn.narrow(1, 0, k);
    Tensor y = basis.matmul(leading);
    Tensor difference = images.matmul(leading).sub(y.mul(values.narrow(0, 0, k)));
    double worst = difference.square().sum(0).sqrt().max().item_double();
    double scale = values.abs().max().item_double();
    return scale == 0 ? 0 : worst / scale;
  }

  /** Keeps the better half; A times any of it lies in what is kept and the next block. */
  private void restart(Tensor turn) {
    Tensor following = next();
    int kept = capacity / width / 2 * width;
    Tensor best = turn.narrow(1, 0, kept);
    basis.narrow(1, 0, kept).copy_(basis.matmul(best));
    images.narrow(1, 0, kept).copy_(images.matmul(best));
    used = kept;
    append(following);
  }

  private Tensor matrix(int columns) {
    return torch.empty(
        new long[] {n, columns}, new TensorOptions(ScalarType.Double), new MemoryFormatOptional());
  }

  private Tensor gaussian(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[Math.multiplyExact(n, width)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return Tensors.of(numbers, n, width);
  }
}
