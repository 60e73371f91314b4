package dev.grassmann.clusters.molrg;

import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.train.Geometry;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A denoiser with the form of {@link MixtureDenoiser}'s posterior mean and learnable parts, several
 * of them side by side: R starts of K components. Losses of different starts do not meet, so each
 * is trained as if it were alone.
 */
final class LowRankDae implements AutoCloseable {
  private final Parameterisation form;
  private final boolean riemannian;
  private final int starts;
  private final int n;
  private final int[] dimensions;
  private final Device device;
  private final List<Tensor> bases = new ArrayList<>(); // (R d_k) × n: rows of start after start
  private final List<Tensor> logVariances = new ArrayList<>(); // R × d_k
  private final List<Tensor> means = new ArrayList<>(); // R × n
  private final List<Parameter> parameters = new ArrayList<>();
  private Tensor logits; // R × K

  /**
   * @param begin subspaces of each start
   * @param riemannian whether bases move along the manifold; else they are the Q of free matrices
   */
  LowRankDae(List<List<Subspace>> begin, Parameterisation form, boolean riemannian, Device device) {
    this.form = form;
    this.riemannian = riemannian;
    this.starts = begin.size();
    this.device = device;
    List<Subspace> first = begin.get(0);
    this.n = first.get(0).ambientDimension();
    this.dimensions = first.stream().mapToInt(Subspace::dimension).toArray();
    for (int k = 0; k < dimensions.length; k++) {
      int d = dimensions[k];
      Geometry geometry = riemannian ? new Geometry.Subspaces(d) : Geometry.FLAT;
      bases.add(add("basis-" + k, rows(begin, k), geometry, (long) starts * d, n));
      if (form == Parameterisation.SPECTRUM) {
        logVariances.add(zeros("log-variance-" + k, starts, d));
        means.add(zeros("mean-" + k, starts, n));
      }
    }
    if (form == Parameterisation.SPECTRUM) {
      logits = zeros("log-share", starts, dimensions.length);
    }
  }

  private static float[] rows(List<List<Subspace>> begin, int k) {
    int d = begin.get(0).get(k).dimension();
    int n = begin.get(0).get(k).ambientDimension();
    float[] rows = new float[begin.size() * d * n];
    for (int r = 0; r < begin.size(); r++) {
      double[] basis = begin.get(r).get(k).basis();
      for (int a = 0; a < d; a++) {
        for (int j = 0; j < n; j++) {
          rows[(r * d + a) * n + j] = (float) basis[j * d + a];
        }
      }
    }
    return rows;
  }

  private Tensor zeros(String name, long... shape) {
    return add(name, new float[(int) (shape[0] * shape[1])], Geometry.FLAT, shape);
  }

  private Tensor add(String name, float[] numbers, Geometry geometry, long... shape) {
    try (Scope scope = Scope.open()) {
      Tensor tensor = scope.keep(device.place(Tensors.of(numbers, shape)));
      parameters.add(new TensorParameter(name, tensor, geometry));
      return tensor;
    }
  }

  List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** Number of starts. */
  int starts() {
    return starts;
  }

  /** Columns of component k, orthonormal, R × n × d. */
  private Tensor columns(int k) {
    Tensor turned = bases.get(k).view(starts, dimensions[k], n).transpose(1, 2);
    return riemannian ? turned : torch.linalg_qr(turned).get0();
  }

  /**
   * Mean over the rows of the weighted squared error, one number a start.
   *
   * @param x clean rows, B × n
   */
  Tensor losses(Tensor x, NoiseDraw noise) {
    Tensor noisy = x.add(noise.unit().mul(noise.sigma()));
    Tensor square = noise.sigma().square(); // B × 1
    TensorVector logs = new TensorVector();
    TensorVector near = new TensorVector();
    for (int k = 0; k < dimensions.length; k++) {
      Tensor q = columns(k);
      Tensor turned = q.transpose(1, 2);
      Tensor inside = noisy.matmul(q); // R × B × d
      Tensor variance = variance(k); // R × 1 × d or 1
      Tensor gain = variance.div(square.add(variance));
      Tensor shift = null;
      if (form == Parameterisation.SPECTRUM) {
        shift = means.get(k).unsqueeze(1); // R × 1 × n
        inside = inside.sub(shift.matmul(q));
      }
      Tensor mean = inside.mul(gain).matmul(turned);
      near.push_back(shift == null ? mean : mean.add(shift));
      logs.push_back(
          form == Parameterisation.HARD
              ? x.matmul(q).square().sum(-1)
              : log(k, noisy, square, inside, gain, variance, shift));
    }
    Tensor all = torch.stack(logs, -1); // R × B × K
    Tensor weights =
        form == Parameterisation.HARD
            ? torch
                .one_hot(
                    all.argmax(new org.bytedeco.pytorch.LongOptional(-1), false), dimensions.length)
                .to(x.scalar_type())
            : all.softmax(-1);
    Tensor predicted = weights.unsqueeze(2).matmul(torch.stack(near, 2)).squeeze(2);
    return predicted.sub(x).square().sum(-1).mul(noise.weight()).mean(-1);
  }

  /** Logarithm of a component's weight, but for what all components share; R × B. */
  private Tensor log(
      int k,
      Tensor noisy,
      Tensor square,
      Tensor inside,
      Tensor gain,
      Tensor variance,
      Tensor shift) {
    Tensor noise = square.squeeze(1); // B
    Tensor spread = variance.div(square).log1p();
    Tensor volume =
        spread.size(-1) == 1 ? spread.squeeze(-1).mul(new Scalar(dimensions[k])) : spread.sum(-1);
    Tensor held = inside.square().mul(gain).sum(-1).div(noise);
    Tensor log = held.sub(volume).mul(new Scalar(0.5));
    if (shift == null) {
      return log;
    }
    Tensor along = noisy.matmul(shift.transpose(1, 2)).squeeze(-1); // R × B
    Tensor own = shift.square().sum(-1).mul(new Scalar(0.5)); // R × 1
    return log.add(along.sub(own).div(noise)).add(logits.log_softmax(1).select(1, k).unsqueeze(1));
  }

  private Tensor variance(int k) {
    return form == Parameterisation.SPECTRUM
        ? logVariances.get(k).exp().unsqueeze(1)
        : torch.ones(new long[] {1, 1, 1}, bases.get(k).options());
  }

  /** What one start has learnt, as a model in float64. */
  Mixture mixture(int start) {
    boolean spectrum = form == Parameterisation.SPECTRUM;
    int k = dimensions.length;
    double[] shares = new double[k];
    Arrays.fill(shares, 1.0 / k);
    List<Component> components = new ArrayList<>();
    try (Scope scope = Scope.open()) {
      if (spectrum) {
        shares =
            Tensors.doubles(
                logits.detach().select(0, start).to(torch.ScalarType.Double).softmax(0));
      }
      for (int c = 0; c < k; c++) {
        int d = dimensions[c];
        double[] q = Tensors.doubles(columns(c).detach().select(0, start));
        Subspace subspace = Subspace.ofOrthonormal(Qr.of(q, n, d).q(), n, d);
        components.add(
            spectrum
                ? new Component(
                    shares[c],
                    Tensors.doubles(means.get(c).detach().select(0, start)),
                    subspace,
                    Tensors.doubles(logVariances.get(c).detach().select(0, start).exp()))
                : Component.isotropic(shares[c], subspace));
      }
    }
    return new Mixture(components);
  }

  @Override
  public void close() {
    parameters.forEach(p -> ((TensorParameter) p).tensor().close());
  }
}
