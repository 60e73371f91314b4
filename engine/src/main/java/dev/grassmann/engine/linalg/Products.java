package dev.grassmann.engine.linalg;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;

/**
 * Matrix products by libtorch: about 90 GFLOP/s a core in float32 on this kind of work, half of it
 * in float64. The arrays are copied in and out once each, which costs more than the product itself
 * where a side is below about ten.
 */
public final class Products {
  private Products() {}

  /** A · B, m × n, of A (m × k) and B (k × n). */
  public static float[] multiply(float[] a, float[] b, int m, int k, int n) {
    Sizes.require(a.length, m, k, "a");
    Sizes.require(b.length, k, n, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.floats(Tensors.of(a, m, k).matmul(Tensors.of(b, k, n)));
    }
  }

  /** A · Bᵀ, m × n, of A (m × k) and B (n × k): all inner products of the rows of two matrices. */
  public static float[] multiplyTransposed(float[] a, float[] b, int m, int k, int n) {
    Sizes.require(a.length, m, k, "a");
    Sizes.require(b.length, n, k, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.floats(Tensors.of(a, m, k).matmul(Tensors.of(b, n, k).t()));
    }
  }

  /** Aᵀ · B, m × n, of A (k × m) and B (k × n). */
  public static float[] transposedMultiply(float[] a, float[] b, int m, int k, int n) {
    Sizes.require(a.length, k, m, "a");
    Sizes.require(b.length, k, n, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.floats(Tensors.of(a, k, m).t().matmul(Tensors.of(b, k, n)));
    }
  }

  /** A · B, m × n, of A (m × k) and B (k × n). */
  public static double[] multiply(double[] a, double[] b, int m, int k, int n) {
    Sizes.require(a.length, m, k, "a");
    Sizes.require(b.length, k, n, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(Tensors.of(a, m, k).matmul(Tensors.of(b, k, n)));
    }
  }

  /** A · Bᵀ, m × n, of A (m × k) and B (n × k). */
  public static double[] multiplyTransposed(double[] a, double[] b, int m, int k, int n) {
    Sizes.require(a.length, m, k, "a");
    Sizes.require(b.length, n, k, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(Tensors.of(a, m, k).matmul(Tensors.of(b, n, k).t()));
    }
  }

  /** Aᵀ · B, m × n, of A (k × m) and B (k × n). */
  public static double[] transposedMultiply(double[] a, double[] b, int m, int k, int n) {
    Sizes.require(a.length, k, m, "a");
    Sizes.require(b.length, k, n, "b");
    try (Scope scope = Scope.open()) {
      return Tensors.doubles(Tensors.of(a, k, m).t().matmul(Tensors.of(b, k, n)));
    }
  }
}
