package dev.grassmann.clusters.molrg.network;

import dev.grassmann.clusters.molrg.Denoiser;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A denoiser that is a differentiable function in libtorch, float32. A point is repeated for each
 * direction, so that one pass gives the products of them all; J v is the slope of Jᵀ u by u, by
 * differentiating twice, since libtorch has no forward mode to call from here.
 */
final class AutogradDenoiser implements Denoiser {
  /** Rows of one pass, so that memory stays bounded. */
  private static final int ROWS = 256;

  /** A prediction of x_0 for rows at one noise level, differentiable by the rows. */
  @FunctionalInterface
  interface Prediction {
    /**
     * @param x rows × n
     */
    Tensor of(Tensor x, double sigma);
  }

  private final Prediction prediction;
  private final int n;
  private final Device device;

  AutogradDenoiser(Prediction prediction, int n, Device device) {
    this.prediction = prediction;
    this.n = n;
    this.device = device;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double[] predict(double[] x, int rows, double sigma) {
    double[] out = new double[rows * n];
    for (int from = 0; from < rows; from += ROWS) {
      int count = Math.min(ROWS, rows - from);
      try (Scope scope = Scope.open();
          NoGradGuard guard = new NoGradGuard()) {
        double[] some = Tensors.doubles(prediction.of(tensor(x, from, count), sigma));
        System.arraycopy(some, 0, out, from * n, some.length);
      }
    }
    return out;
  }

  @Override
  public double[] backward(double[] x, double sigma, double[] directions, int count) {
    return inParts(
        directions,
        count,
        u -> {
          Tensor point = repeated(x, (int) u.size(0));
          return slope(prediction.of(point, sigma), point, u, false);
        });
  }

  @Override
  public double[] forward(double[] x, double sigma, double[] directions, int count) {
    return inParts(
        directions,
        count,
        v -> {
          Tensor point = repeated(x, (int) v.size(0));
          Tensor u = torch.zeros_like(v).set_requires_grad(true);
          Tensor turned = slope(prediction.of(point, sigma), point, u, true); // linear in u
          return slope(turned, u, v, false);
        });
  }

  private interface Product {
    Tensor of(Tensor directions);
  }

  private double[] inParts(double[] directions, int count, Product product) {
    double[] out = new double[count * n];
    for (int from = 0; from < count; from += ROWS) {
      int part = Math.min(ROWS, count - from);
      try (Scope scope = Scope.open()) {
        double[] some = Tensors.doubles(product.of(tensor(directions, from, part)));
        System.arraycopy(some, 0, out, from * n, some.length);
      }
    }
    return out;
  }

  private static Tensor slope(Tensor of, Tensor by, Tensor weights, boolean again) {
    return torch
        .grad(
            new TensorVector(of),
            new TensorVector(by),
            new TensorVector(weights),
            new BoolOptional(again),
            again,
            false)
        .get(0);
  }

  private Tensor repeated(double[] x, int count) {
    return tensor(x, 0, 1).repeat(count, 1).set_requires_grad(true);
  }

  private Tensor tensor(double[] rows, int from, int count) {
    float[] narrow = new float[count * n];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) rows[from * n + p];
    }
    return device.place(Tensors.of(narrow, count, n));
  }
}
