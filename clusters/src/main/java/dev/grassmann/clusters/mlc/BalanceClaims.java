package dev.grassmann.clusters.mlc;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Assignment;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The projection to doubly stochastic matrices, on random symmetric ones. */
final class BalanceClaims {
  private static final int N = 100;

  private BalanceClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "Sinkhorn: sums are 1; the limits are the best permutation and 1/n",
            "ground truth, 100 x 100, eta 0.1, 0.0005 and 1000",
            "off <= 1e-6; equal; within 1e-4 of 1/n",
            BalanceClaims::limits),
        Claim.quick(
            "Sinkhorn: the implicit gradient is that of finite differences",
            "ground truth, float64, 12 x 12, eta 0.1",
            "off <= 1e-4 of the largest",
            BalanceClaims::implicit));
  }

  private static double[] symmetric(int n, SplittableRandom random) {
    double[] a = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i * n + j] = 2 * random.nextDouble() - 1;
        a[j * n + i] = a[i * n + j];
      }
    }
    return a;
  }

  private static Measured limits(Run run) {
    LibTorch.start(run);
    double[] numbers = symmetric(N, run.random("balance"));
    try (Scope scope = Scope.open()) {
      Tensor a = Tensors.of(numbers, N, N);
      Tensor gamma = Sinkhorn.converged(a, 0.1, 1e-7, 10_000);
      double off = Math.max(off(gamma, 0), off(gamma, 1));
      double even =
          Sinkhorn.converged(a, 1_000, 1e-9, 10_000)
              .sub(new Scalar(1.0 / N))
              .abs()
              .max()
              .item_double();
      // a symmetric matrix has mirrored permutations that are equally good: one side is tilted
      double[] tilted = numbers.clone();
      double[][] scores = new double[N][N];
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          tilted[i * N + j] += 0.05 * Math.sin(i + 3.7 * j);
          scores[i][j] = tilted[i * N + j];
        }
      }
      int[] best = Assignment.maximise(scores);
      long[] found =
          Tensors.longs(
              Sinkhorn.converged(Tensors.of(tilted, N, N), 5e-4, 1e-3, 20_000)
                  .argmax(new LongOptional(1), false));
      int same = 0;
      for (int i = 0; i < N; i++) {
        same += best[i] == found[i] ? 1 : 0;
      }
      return Measured.of(
          String.format(Locale.ROOT, "%.1e; %d of %d; %.1e", off, same, N, even),
          off <= 1e-6 && same == N && even <= 1e-4);
    }
  }

  private static double off(Tensor gamma, long axis) {
    return gamma.sum(axis).sub(new Scalar(1.0)).abs().max().item_double();
  }

  private static Measured implicit(Run run) {
    LibTorch.start(run);
    int n = 12;
    SplittableRandom random = run.random("implicit");
    double[] a = symmetric(n, random);
    double[] weights = random.doubles((long) n * n).toArray();
    Sinkhorn sinkhorn = new Sinkhorn(0.1, 20, Slope.IMPLICIT);
    double[] slope;
    try (Scope scope = Scope.open()) {
      Tensor leaf = Tensors.of(a, n, n).set_requires_grad(true);
      sinkhorn.project(leaf).mul(Tensors.of(weights, n, n)).sum().backward();
      slope = Tensors.doubles(leaf.grad());
    }
    double step = 1e-5;
    double most = 0;
    double worst = 0;
    for (int p = 0; p < n * n; p++) {
      double[] up = a.clone();
      up[p] += step;
      double[] down = a.clone();
      down[p] -= step;
      double difference = (value(up, weights, n) - value(down, weights, n)) / (2 * step);
      most = Math.max(most, Math.abs(difference));
      worst = Math.max(worst, Math.abs(difference - slope[p]));
    }
    return Measured.of(String.format(Locale.ROOT, "%.1e", worst / most), worst <= 1e-4 * most);
  }

  private static double value(double[] a, double[] weights, int n) {
    try (Scope scope = Scope.open()) {
      return Sinkhorn.converged(Tensors.of(a, n, n), 0.1, 1e-12, 100_000)
          .mul(Tensors.of(weights, n, n))
          .sum()
          .item_double();
    }
  }
}
