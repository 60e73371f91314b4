package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.manifold.SubspaceStacks;
import dev.grassmann.engine.train.RiemannianSgd.Momentum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiemannianSgdTest {
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  /** Figures of make_manifold.py beside the file: the formulas in NumPy float64. */
  @ParameterizedTest
  @EnumSource(Momentum.class)
  void threeStepsGiveWhatNumPyGives(Momentum momentum) throws IOException {
    JsonNode figures = figures();
    int n = figures.path("n").asInt();
    int k = figures.path("k").asInt();
    TensorParameter parameter =
        new TensorParameter("s", stacked(figures.path("s"), n, k), new Geometry.Subspaces(k));
    RiemannianSgd.Plan plan =
        new RiemannianSgd.Plan(
            figures.path("learningRate").asDouble(),
            figures.path("learningRateFactor").asDouble(),
            figures.path("momentum").asDouble(),
            1000,
            momentum);
    RiemannianSgd descent = new RiemannianSgd(plan, List.of(parameter));
    Tensor start = stacked(figures.path("buffer"), n, k);
    if (momentum != Momentum.AMBIENT_PROJECT) { // there the buffer starts as a tangent
      long[] stack = {2, k, n};
      Tensor points = parameter.tensor().detach().view(stack);
      start = SubspaceStacks.tangent(points, start.view(stack)).reshape(2 * k, n);
    }
    descent.momentum(0).copy_(start);
    JsonNode trace = null;
    for (JsonNode variant : figures.path("steps")) {
      if (variant.path("variant").asText().equals(momentum.name())) {
        trace = variant.path("trace");
      }
    }
    for (int step = 0; step < 3; step++) {
      parameter.tensor().mutable_grad().put(stacked(figures.path("gradients").path(step), n, k));
      descent.step(1, 1);
      assertNear(stacked(trace.path(step).path("s"), n, k), parameter.tensor());
      assertNear(stacked(trace.path(step).path("buffer"), n, k), descent.momentum(0));
    }
  }

  private static void assertNear(Tensor expected, Tensor found) {
    assertEquals(0, expected.sub(found.detach()).abs().max().item_double(), 1e-10);
  }

  static JsonNode figures() throws IOException {
    try (InputStream in =
        RiemannianSgdTest.class.getResourceAsStream("/dev/grassmann/engine/manifold/rsgd.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "rsgd.json");
    }
  }

  /** Several n × k matrices as rows, k by k. */
  private static Tensor stacked(JsonNode matrices, int n, int k) {
    double[] rows = new double[matrices.size() * k * n];
    for (int c = 0; c < matrices.size(); c++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < k; j++) {
          rows[(c * k + j) * n + i] = matrices.path(c).path(i).path(j).asDouble();
        }
      }
    }
    return Tensors.of(rows, (long) matrices.size() * k, n);
  }

  /** Loss -tr(SᵀAS): descent must end in the span of the five leading eigenvectors. */
  @ParameterizedTest
  @EnumSource(Momentum.class)
  void descentFindsTheLeadingEigenvectors(Momentum momentum) {
    int n = 50;
    int k = 5;
    Tensor q = torch.linalg_qr(gaussian(n, n, 1)).get0();
    double[] spectrum = new double[n];
    for (int i = 0; i < n; i++) {
      spectrum[i] = i < k ? 10 - i : 3 - 2.9 * (i - k) / (n - k - 1);
    }
    Tensor a = q.mul(Tensors.of(spectrum, 1, n)).matmul(q.t());
    Tensor start = torch.linalg_qr(gaussian(n, k, 2)).get0().t().contiguous();
    TensorParameter s = new TensorParameter("s", start, new Geometry.Subspaces(k));
    RiemannianSgd.Plan plan = new RiemannianSgd.Plan(0.01, 1, 0.9, 5, momentum);
    RiemannianSgd descent = new RiemannianSgd(plan, List.of(s));
    for (int step = 0; step < 300; step++) {
      try (Scope inner = Scope.open()) {
        s.clearGradient();
        s.tensor().matmul(a).mul(s.tensor()).sum().neg().backward();
        descent.step(1, 1);
      }
    }
    Subspace found = Subspace.ofOrthonormal(Tensors.doubles(s.tensor().t()), n, k);
    Subspace truth = Subspace.ofOrthonormal(Tensors.doubles(q.narrow(1, 0, k)), n, k);
    double angle = found.principalAngles(truth).largest();
    assertTrue(angle < 1e-6, momentum + " ends " + angle + " off");
  }

  @Test
  void twoThousandFloat32StepsStayOnTheManifoldWithoutAnyQr() {
    int n = 40;
    int k = 4;
    int classes = 3;
    double[] stack = new double[classes * k * n];
    for (int c = 0; c < classes; c++) {
      double[] rows =
          Tensors.doubles(torch.linalg_qr(gaussian(n, k, 5 + c)).get0().t().contiguous());
      System.arraycopy(rows, 0, stack, c * k * n, k * n);
    }
    Tensor start = Tensors.of(stack, (long) classes * k, n).to(ScalarType.Float);
    TensorParameter s = new TensorParameter("s", start, new Geometry.Subspaces(k));
    RiemannianSgd.Plan plan =
        new RiemannianSgd.Plan(0.05, 1, 0.9, 1_000_000, Momentum.AMBIENT_PROJECT);
    RiemannianSgd descent = new RiemannianSgd(plan, List.of(s));
    SplittableRandom random = new SplittableRandom(9);
    for (int step = 0; step < 2000; step++) {
      try (Scope inner = Scope.open()) {
        float[] gradient = new float[classes * k * n];
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] = (float) random.nextGaussian();
        }
        s.tensor().mutable_grad().put(Tensors.of(gradient, (long) classes * k, n));
        descent.step(1, 1);
      }
    }
    Tensor points = s.tensor().detach().to(ScalarType.Double).view(classes, k, n);
    Tensor gram = points.matmul(points.transpose(1, 2));
    double[] loss = Tensors.doubles(gram);
    double worst = 0;
    for (int i = 0; i < loss.length; i++) {
      int inside = i % (k * k);
      worst = Math.max(worst, Math.abs(loss[i] - (inside / k == inside % k ? 1 : 0)));
    }
    assertTrue(worst < 1e-5, "‖S'S - I‖ = " + worst);
  }

  @Test
  void refusesParametersThatHoldNoSubspaces() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RiemannianSgd(
                RiemannianSgd.Plan.of(0.1),
                List.of(new TensorParameter("w", Tensors.of(new float[4], 2, 2)))));
  }

  private static Tensor gaussian(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[rows * columns];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return Tensors.of(numbers, rows, columns).mul(new Scalar(1.0));
  }
}
