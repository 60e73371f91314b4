package dev.grassmann.clusters.molrg;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Svd;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Claims on the denoiser of a known mixture: its loss, its Jacobian, what moving it does. */
final class DenoiserClaims {
  private static final String TRUTH = "ground truth";
  private static final int N = 48;
  private static final int D = 6;
  private static final int POINTS = 20;
  private static final double[] VARIANCES = {9, 6, 4, 2.5, 1.5, 1};

  private DenoiserClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "the hard denoiser's loss over 800,000 draws of noise is its closed form",
            TRUTH,
            "< 0.1 % off",
            DenoiserClaims::identity),
        Claim.quick(
            "at little noise the exact denoiser's Jacobian sees its point's subspace alone",
            TRUTH,
            "rank 6, cosines 1.000 to t = 0.4",
            DenoiserClaims::lowNoise),
        Claim.quick(
            "at much noise it sees both subspaces",
            TRUTH,
            "rank 11 to 12 at t = 0.6 to 0.95",
            DenoiserClaims::highNoise),
        Claim.quick(
            "its singular vectors are the component's principal directions, one by one",
            TRUTH,
            "|cos| > 0.99",
            DenoiserClaims::directions),
        Claim.quick(
            "moving along one changes its attribute and no other; random directions change little",
            TRUTH,
            "off target < 2 %, random < 20 %",
            DenoiserClaims::moves));
  }

  private static List<Subspace> planted(SplittableRandom random) {
    return new Planted(N, List.of(D, D), true).draw(random);
  }

  private static Measured identity(Run run) {
    SplittableRandom random = run.random("identity");
    List<Subspace> subspaces = planted(random);
    double[] x = Mixture.isotropic(subspaces).drawFrom(new int[] {0}, 0, random).rows();
    double sigma = 0.6 / 0.8;
    double square = 0;
    for (double number : x) {
      square += number * number;
    }
    double expected = ClosedForm.loss(square, square, D, sigma);
    int batch = 20_000;
    double sum = 0;
    Device device = Device.of(run);
    try (Scope scope = Scope.open();
        NoGradGuard guard = new NoGradGuard();
        LowRankDae dae = new LowRankDae(List.of(subspaces), Parameterisation.HARD, false, device)) {
      Tensor rows =
          device
              .place(Tensors.of(x, 1, N).to(torch.ScalarType.Float))
              .repeat(new long[] {batch, 1});
      Tensor level = torch.full(new long[] {batch, 1}, new Scalar(sigma), rows.options());
      Tensor ones = torch.ones(new long[] {batch}, rows.options());
      for (int b = 0; b < 40; b++) {
        run.step("draws", b, 40);
        try (Scope inner = Scope.open()) {
          Tensor noise = torch.randn(new long[] {batch, N}, rows.options());
          sum += dae.losses(rows, new NoiseDraw(level, ones, noise)).item_double();
        }
      }
    }
    double measured = sum / 40;
    return Measured.of(
        String.format(Locale.ROOT, "%.4f, formula %.4f", measured, expected),
        Math.abs(measured - expected) / expected < 1e-3);
  }

  private static Measured lowNoise(Run run) {
    int right = 0;
    double least = 1;
    double[] times = {0.05, 0.1, 0.2, 0.3, 0.4};
    for (double t : times) {
      Spectrum spectrum = atTypicalPoint(t, run);
      right += spectrum.rank == D ? 1 : 0;
      least = Math.min(least, spectrum.leastCosine);
    }
    return Measured.of(
        String.format(Locale.ROOT, "rank 6 at %d of 5 times, least cosine %.3f", right, least),
        right == times.length && least >= 0.9995);
  }

  private static Measured highNoise(Run run) {
    int low = N;
    int high = 0;
    for (double t : new double[] {0.6, 0.7, 0.8, 0.9, 0.95}) {
      int rank = atTypicalPoint(t, run).rank;
      low = Math.min(low, rank);
      high = Math.max(high, rank);
    }
    return Measured.of("rank " + low + " to " + high, low >= 11 && high <= 12);
  }

  private record Spectrum(int rank, double leastCosine) {}

  /** At x_t = s x_0 with x_0 of typical length, sqrt(d), in the first subspace. */
  private static Spectrum atTypicalPoint(double t, Run run) {
    List<Subspace> subspaces = planted(run.random("jacobian"));
    double[] basis = subspaces.get(0).basis();
    double[] x = new double[N];
    for (int j = 0; j < N; j++) {
      for (int a = 0; a < D; a++) {
        x[j] += basis[j * D + a];
      }
    }
    MixtureDenoiser denoiser = new MixtureDenoiser(Mixture.isotropic(subspaces));
    Svd svd = Svd.thin(denoiser.jacobian(x, Schedule.COSINE.sigma(t)), N, N);
    double[] leading = new double[N * D];
    for (int j = 0; j < N; j++) {
      System.arraycopy(svd.v(), j * N, leading, j * D, D);
    }
    double angle =
        Subspace.ofOrthonormal(leading, N, D).principalAngles(subspaces.get(0)).largest();
    return new Spectrum(NumericalRank.of(svd.s()), Math.cos(angle));
  }

  /** Of component 1 with variances 9 to 1, at s = 0.9. */
  private record Edited(double[] basis, double[] x, MixtureDenoiser denoiser, double sigma) {
    static final double SIGNAL = 0.9;

    static Edited of(Run run) {
      SplittableRandom random = run.random("edit");
      List<Subspace> subspaces = planted(random);
      double[] zero = new double[N];
      Mixture mixture =
          new Mixture(
              List.of(
                  new Component(0.5, zero, subspaces.get(0), VARIANCES),
                  Component.isotropic(0.5, subspaces.get(1))));
      double sigma = Math.sqrt(1 - SIGNAL * SIGNAL) / SIGNAL;
      double[] x = mixture.drawFrom(new int[] {0}, 0, random).rows();
      for (int j = 0; j < N; j++) {
        x[j] += sigma * random.nextGaussian();
      }
      return new Edited(subspaces.get(0).basis(), x, new MixtureDenoiser(mixture), sigma);
    }

    /** Change of each attribute when x_t moves by 1.5 along a direction, so x by 1.5 / s. */
    double[] change(double[] direction) {
      double[] moved = x.clone();
      for (int j = 0; j < N; j++) {
        moved[j] += 1.5 / SIGNAL * direction[j];
      }
      double[] before = denoiser.predict(x, 1, sigma);
      double[] after = denoiser.predict(moved, 1, sigma);
      double[] change = new double[D];
      for (int j = 0; j < N; j++) {
        for (int a = 0; a < D; a++) {
          change[a] += basis[j * D + a] * (after[j] - before[j]);
        }
      }
      return change;
    }

    /** Right singular vector i of the Jacobian. */
    double[] direction(Svd svd, int i) {
      double[] v = new double[N];
      Arrays.setAll(v, j -> svd.v()[j * N + i]);
      return v;
    }

    Svd svd() {
      return Svd.thin(denoiser.jacobian(x, sigma), N, N);
    }
  }

  private static Measured directions(Run run) {
    Edited edited = Edited.of(run);
    Svd svd = edited.svd();
    double least = 1;
    for (int i = 0; i < D; i++) {
      double cosine = 0;
      for (int j = 0; j < N; j++) {
        cosine += edited.basis[j * D + i] * svd.v()[j * N + i];
      }
      least = Math.min(least, Math.abs(cosine));
    }
    return Measured.of(String.format(Locale.ROOT, "%.4f", least), least > 0.99);
  }

  private static Measured moves(Run run) {
    Edited edited = Edited.of(run);
    Svd svd = edited.svd();
    double least = Double.POSITIVE_INFINITY;
    double off = 0;
    for (int i = 0; i < D; i++) {
      double[] change = edited.change(edited.direction(svd, i));
      for (int a = 0; a < D; a++) {
        if (a == i) {
          least = Math.min(least, Math.abs(change[a]));
        } else {
          off = Math.max(off, Math.abs(change[a]));
        }
      }
    }
    SplittableRandom random = run.random("random directions");
    double sum = 0;
    for (int trial = 0; trial < POINTS; trial++) {
      double[] v = new double[N];
      Arrays.setAll(v, j -> random.nextGaussian());
      double length = Math.sqrt(Arrays.stream(v).map(z -> z * z).sum());
      Arrays.setAll(v, j -> v[j] / length);
      sum += Arrays.stream(edited.change(v)).map(Math::abs).sum() / D / POINTS;
    }
    return Measured.of(
        String.format(Locale.ROOT, "on target >= %.2f, off %.1e, random %.2f", least, off, sum),
        off < 0.02 * least && sum < 0.2 * least);
  }
}
