package dev.grassmann.engine.linalg;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Subspace iteration on AᵀA, which is never formed; A is read in blocks of rows. */
final class RandomisedSvd {
  private final Vectors a;
  private final double[] centre;
  private final Sketch sketch;
  private final int block;

  RandomisedSvd(Vectors a, double[] centre, Sketch sketch) {
    this.a = a;
    this.centre = centre;
    this.sketch = sketch;
    this.block = Math.max(1, Math.min(a.n(), (1 << 22) / a.d())); // 32 MB of float64
  }

  Svd leading(int k, long seed) {
    int width = Math.min(Math.min(a.n(), a.d()), k + sketch.oversampling());
    try (Scope scope = Scope.open()) {
      Tensor basis = orthonormal(gaussian(a.d(), width, seed));
      for (int pass = 0; pass < sketch.passes(); pass++) {
        basis = step(basis);
      }
      Tensor small = gram(basis); // (A Q)ᵀ (A Q): its eigenvectors turn Q into V
      Tensor turn = torch.linalg_eigh(small).get1().flip(1).narrow(1, 0, k);
      Tensor v = basis.matmul(turn);
      return finish(v.mul(Signs.ofColumns(v)), k);
    }
  }

  /** Q ← orth(Aᵀ A Q). */
  private Tensor step(Tensor basis) {
    return Scope.compute(
        () -> {
          Tensor sum = torch.zeros_like(basis);
          forBlocks(x -> sum.add_(x.t().matmul(x.matmul(basis))));
          return orthonormal(sum);
        });
  }

  private Tensor gram(Tensor basis) {
    long width = basis.size(1);
    Tensor sum = torch.zeros(new long[] {width, width}, basis.options());
    forBlocks(
        x -> {
          Tensor projected = x.matmul(basis);
          sum.add_(projected.t().matmul(projected));
        });
    return sum;
  }

  /** U from one more pass: its columns are those of A V, whose lengths are the singular values. */
  private Svd finish(Tensor v, int k) {
    double[] u = new double[Math.multiplyExact(a.n(), k)];
    int[] done = {0};
    forBlocks(
        x -> {
          double[] rows = Tensors.doubles(x.matmul(v));
          System.arraycopy(rows, 0, u, done[0], rows.length);
          done[0] += rows.length;
        });
    double[] s = new double[k];
    for (int i = 0; i < u.length; i += k) {
      for (int j = 0; j < k; j++) {
        s[j] += u[i + j] * u[i + j];
      }
    }
    for (int j = 0; j < k; j++) {
      s[j] = Math.sqrt(s[j]);
    }
    for (int i = 0; i < u.length; i += k) {
      for (int j = 0; j < k; j++) {
        u[i + j] = s[j] == 0 ? 0 : u[i + j] / s[j];
      }
    }
    return new Svd(u, s, Tensors.doubles(v), a.n(), a.d());
  }

  private void forBlocks(Consumer<Tensor> use) {
    Tensor shift = centre == null ? null : Tensors.of(centre, 1, a.d());
    for (int from = 0; from < a.n(); from += block) {
      try (Scope scope = Scope.open()) {
        Tensor x = Tensors.of(a, from, Math.min(block, a.n() - from)).to(ScalarType.Double);
        use.accept(shift == null ? x : x.sub(shift));
      }
    }
  }

  private static Tensor orthonormal(Tensor a) {
    return torch.linalg_qr(a).get0();
  }

  private static Tensor gaussian(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[Math.multiplyExact(rows, columns)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return Tensors.of(numbers, rows, columns);
  }
}
