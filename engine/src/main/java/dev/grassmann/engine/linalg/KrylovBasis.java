package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * An orthonormal basis V with the images A V: locked eigenvectors first, then a Krylov sequence
 * that is orthogonal to them. Its tensors belong to the scope in which it is made.
 */
final class KrylovBasis {
  private final SymmetricOperator a;
  private final int n;
  private final int width;
  private final Tensor basis;
  private final Tensor images;

  /** A times the newest block: where the sequence goes on, before or after the basis has turned. */
  private final Tensor following;

  private int locked;
  private int used;
  private double scale;
  private double[] values;
  private double[] lockedValues;

  /**
   * @param columns most columns, locked ones included
   * @param width columns of a block
   */
  KrylovBasis(SymmetricOperator a, int columns, int width) {
    this.a = a;
    this.n = a.n();
    this.width = width;
    this.basis = matrix(columns);
    this.images = matrix(columns);
    this.following = matrix(width);
  }

  /** Pairs of the part that is not locked, largest first. */
  record Ritz(double[] values, double[] residuals) {}

  /** Largest |λ| seen: what residuals are relative to. */
  double scale() {
    return scale;
  }

  /** Adds a block, first made orthogonal to all that is there; the block itself is freed. */
  void append(Tensor block) {
    try (Scope scope = Scope.open()) {
      Tensor fresh = orthogonal(block);
      double[] image = new double[n * width];
      a.apply(Tensors.doubles(fresh), width, image);
      Tensor imageOfFresh = Tensors.of(image, n, width);
      basis.narrow(1, used, width).copy_(fresh);
      images.narrow(1, used, width).copy_(imageOfFresh);
      following.copy_(imageOfFresh);
      used += width;
    }
    block.close();
  }

  /** Continues the sequence until no further block fits beside the locked columns. */
  void growTo(int capacity) {
    while (used - locked + width <= capacity) {
      append(following.clone());
    }
  }

  /** Keeps the first columns of the part that is not locked, and the block that comes next. */
  void restart(int kept) {
    Tensor next = Scope.compute(() -> orthogonal(following)); // to what goes as well
    used = locked + kept;
    append(next);
  }

  private Tensor orthogonal(Tensor block) {
    if (used == 0) {
      return block;
    }
    Tensor before = basis.narrow(1, 0, used);
    double size = block.norm().item_double();
    T_TensorTensor_T parts = torch.linalg_qr(project(project(block, before), before));
    // what adds nothing new is rounding errors, which QR blows up to unit length: once more
    for (int again = 0; again < 3 && smallestPivot(parts) <= 1e-8 * size; again++) {
      size = 1;
      parts = torch.linalg_qr(project(parts.get0(), before));
    }
    return parts.get0();
  }

  private static double smallestPivot(T_TensorTensor_T qr) {
    return qr.get1().diagonal().abs().min().item_double();
  }

  private static Tensor project(Tensor block, Tensor before) {
    return block.sub(before.matmul(before.t().matmul(block)));
  }

  /**
   * Turns the part that is not locked into its Ritz vectors, largest value first.
   *
   * @param measured how many values and residuals are wanted
   */
  Ritz rotate(int measured) {
    try (Scope scope = Scope.open()) {
      int free = used - locked;
      Tensor v = basis.narrow(1, locked, free);
      Tensor av = images.narrow(1, locked, free);
      Tensor projected = v.t().matmul(av);
      Tensor symmetric = projected.add(projected.t()).mul(new Scalar(0.5));
      T_TensorTensor_T pairs = torch.linalg_eigh(symmetric);
      Tensor turn = pairs.get1().flip(1).contiguous();
      v.copy_(v.matmul(turn));
      av.copy_(av.matmul(turn));
      values = Tensors.doubles(pairs.get0().flip(0));
      scale = Math.max(scale, Math.max(Math.abs(values[0]), Math.abs(values[free - 1])));
      Tensor difference = residuals(locked, measured, pairs.get0().flip(0).narrow(0, 0, measured));
      if (locked > 0) { // what the locked vectors' own residuals leave there is not ours
        difference = project(difference, basis.narrow(1, 0, locked));
      }
      return new Ritz(Arrays.copyOf(values, measured), norms(difference));
    }
  }

  private Tensor residuals(int from, int count, Tensor lambda) {
    return images.narrow(1, from, count).sub(basis.narrow(1, from, count).mul(lambda));
  }

  private static double[] norms(Tensor columns) {
    return Tensors.doubles(columns.square().sum(0).sqrt());
  }

  /** Locks the first columns of the part that is not locked and drops the others. */
  void lock(int count) {
    if (locked != 0) {
      throw new IllegalStateException("locked already");
    }
    locked = count;
    used = count;
    lockedValues = Arrays.copyOf(values, count);
  }

  /** Drops all that is not locked. */
  void forgetUnlocked() {
    used = locked;
  }

  /** Takes the first columns of the part that is not locked in among the locked ones, unlocked. */
  void unlockWith(int count) {
    used = locked + count;
    locked = 0;
    rotate(1);
  }

  double smallestLocked() {
    return lockedValues[locked - 1];
  }

  /** The locked pairs. */
  SymmetricEigen locked() {
    try (Scope scope = Scope.open()) {
      Tensor lambda = Tensors.of(lockedValues, locked);
      double worst = 0;
      for (double residual : norms(residuals(0, locked, lambda))) {
        worst = Math.max(worst, residual);
      }
      double relative = scale == 0 ? 0 : worst / scale;
      return SymmetricEigen.signed(lambda, basis.narrow(1, 0, locked), relative);
    }
  }

  private Tensor matrix(int columns) {
    return torch.empty(
        new long[] {n, columns}, new TensorOptions(ScalarType.Double), new MemoryFormatOptional());
  }
}
