package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.linalg.Qr;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LowRankDaeTest {
  private static final JsonNode DAE = MolrgFixture.ALL.get("dae");
  private static final int N = 6;

  private static List<Subspace> subspaces() {
    List<Subspace> subspaces = new ArrayList<>();
    for (JsonNode free : DAE.get("free")) {
      int d = free.get(0).size();
      subspaces.add(Subspace.ofOrthonormal(Qr.of(MolrgFixture.flat(free), N, d).q(), N, d));
    }
    return subspaces;
  }

  private static Tensor tensor(String name, long... shape) {
    return Tensors.of(MolrgFixture.flat(DAE.get(name)), shape).to(torch.ScalarType.Float);
  }

  /** Puts a learnt part to given numbers. */
  private static void set(LowRankDae dae, String name, double[] numbers) {
    for (Parameter parameter : dae.parameters()) {
      if (parameter.name().equals(name)) {
        float[] narrow = new float[numbers.length];
        for (int i = 0; i < narrow.length; i++) {
          narrow[i] = (float) numbers[i];
        }
        Tensor tensor = ((TensorParameter) parameter).tensor();
        tensor.set_requires_grad(false);
        tensor.copy_(Tensors.of(narrow, tensor.shape()));
        tensor.set_requires_grad(true);
      }
    }
  }

  private static double[] slope(LowRankDae dae, String name) {
    for (Parameter parameter : dae.parameters()) {
      if (parameter.name().equals(name)) {
        return Tensors.doubles(((TensorParameter) parameter).tensor().grad());
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static double[] turned(double[] columns, int n, int d) {
    double[] rows = new double[n * d];
    for (int j = 0; j < n; j++) {
      for (int a = 0; a < d; a++) {
        rows[a * n + j] = columns[j * d + a];
      }
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(Parameterisation.class)
  void lossAndSlopesAreThoseOfDenseGaussiansByAutomaticDifferentiation(Parameterisation form) {
    LibTorch.load();
    JsonNode expected = DAE.get("losses").get(form.name().toLowerCase(java.util.Locale.ROOT));
    try (Scope scope = Scope.open();
        LowRankDae dae = new LowRankDae(List.of(subspaces()), form, false, Device.CPU)) {
      for (int k = 0; k < 3; k++) {
        JsonNode free = DAE.get("free").get(k);
        set(dae, "basis-" + k, turned(MolrgFixture.flat(free), N, free.get(0).size()));
        if (form == Parameterisation.SPECTRUM) {
          double[] variances = MolrgFixture.flat(MolrgFixture.ALL.get("variances").get(k));
          set(dae, "log-variance-" + k, Arrays.stream(variances).map(Math::log).toArray());
          set(dae, "mean-" + k, MolrgFixture.flat(MolrgFixture.ALL.get("means").get(k)));
        }
      }
      if (form == Parameterisation.SPECTRUM) {
        double[] shares = MolrgFixture.flat(MolrgFixture.ALL.get("shares"));
        set(dae, "log-share", Arrays.stream(shares).map(Math::log).toArray());
      }
      NoiseDraw noise =
          new NoiseDraw(tensor("level", 5, 1), tensor("weight", 5), tensor("unit", 5, N));
      Tensor loss = dae.losses(tensor("clean", 5, N), noise).sum();
      loss.backward();
      assertEquals(expected.get("loss").asDouble(), loss.item_double(), 1e-5);
      for (int k = 0; k < 3; k++) {
        JsonNode slopes = expected.get("slopes").get(k);
        assertArrayEquals(
            turned(MolrgFixture.flat(slopes), N, slopes.get(0).size()),
            slope(dae, "basis-" + k),
            1e-4);
        if (form == Parameterisation.SPECTRUM) {
          assertArrayEquals(
              MolrgFixture.flat(expected.get("variance_slopes").get(k)),
              slope(dae, "log-variance-" + k),
              1e-4);
          assertArrayEquals(
              MolrgFixture.flat(expected.get("mean_slopes").get(k)), slope(dae, "mean-" + k), 1e-4);
        }
      }
      if (form == Parameterisation.SPECTRUM) {
        assertArrayEquals(
            MolrgFixture.flat(expected.get("share_slopes")), slope(dae, "log-share"), 1e-4);
      }
    }
  }

  @Test
  void startsSideBySideDoNotSeeEachOther() {
    LibTorch.load();
    List<Subspace> one = subspaces();
    List<Subspace> other =
        new Planted(N, List.of(2, 3, 1), true).draw(new java.util.SplittableRandom(4));
    try (Scope scope = Scope.open();
        LowRankDae alone =
            new LowRankDae(List.of(other), Parameterisation.SOFT, false, Device.CPU);
        LowRankDae both =
            new LowRankDae(List.of(one, other), Parameterisation.SOFT, false, Device.CPU)) {
      NoiseDraw noise =
          new NoiseDraw(tensor("level", 5, 1), tensor("weight", 5), tensor("unit", 5, N));
      Tensor clean = tensor("clean", 5, N);
      double[] two = Tensors.doubles(both.losses(clean, noise));
      assertEquals(2, two.length);
      assertEquals(Tensors.doubles(alone.losses(clean, noise))[0], two[1], 1e-5);
      assertTrue(both.mixture(1).components().get(1).subspace().isSame(other.get(1), 1e-5));
    }
  }
}
