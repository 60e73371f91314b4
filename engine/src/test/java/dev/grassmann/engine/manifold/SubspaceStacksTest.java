package dev.grassmann.engine.manifold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.subspace.Distance;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stack against {@link Grassmann}, one subspace after another, and against exact figures. */
class SubspaceStacksTest {
  private static final int C = 5;
  private static final int K = 3;
  private static final int N = 12;
  private final Grassmann manifold = new Grassmann(N, K);
  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
    LibTorch.seed(3);
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static Tensor points(long... shape) {
    return SubspaceStacks.orthonormal(torch.randn(shape).to(ScalarType.Double));
  }

  private static Tensor tangents(Tensor at, double scale) {
    Tensor any = torch.randn_like(at).mul(new Scalar(scale));
    return SubspaceStacks.tangent(at, any);
  }

  /** The c-th matrix of a stack, with the basis as columns. */
  private static double[] one(Tensor stack, int c) {
    return Tensors.doubles(stack.select(0, c).t().contiguous());
  }

  private static double largestDifference(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }

  @Test
  void movesEachPointAsTheGeometryOfOneDoes() {
    Tensor x = points(C, K, N);
    Tensor g = tangents(x, 0.5);
    Tensor gamma = tangents(x, 1);
    Tensor moved = SubspaceStacks.geodesic(x, g, 0.7).points();
    Tensor carried = SubspaceStacks.transport(x, g, gamma, 0.7);
    for (int c = 0; c < C; c++) {
      double[] at = one(x, c);
      double[] delta = one(g, c);
      double[] there = manifold.exponential(at, delta, 0.7);
      assertEquals(0, largestDifference(there, one(moved, c)), 1e-13);
      double[] transported = manifold.transport(at, delta, one(gamma, c), 0.7);
      assertEquals(0, largestDifference(transported, one(carried, c)), 1e-13);
    }
  }

  @Test
  void carriesTheDirectionItselfAsTheStepDoes() {
    Tensor x = points(C, K, N);
    Tensor g = tangents(x, 0.8);
    Tensor own = SubspaceStacks.geodesic(x, g, -0.4).direction();
    Tensor carried = SubspaceStacks.transport(x, g, g, -0.4);
    assertEquals(0, own.sub(carried).abs().max().item_double(), 1e-13);
  }

  @Test
  void transportKeepsLengthsAndStaysHorizontalForTinyStepsToo() {
    for (double scale : new double[] {1e-9, 1e-4, 1}) {
      Tensor x = points(C, K, N);
      Tensor g = tangents(x, scale);
      Tensor gamma = tangents(x, 1);
      Tensor there = SubspaceStacks.geodesic(x, g, 1).points();
      Tensor carried = SubspaceStacks.transport(x, g, gamma, 1);
      Tensor outside = carried.matmul(there.transpose(1, 2));
      assertEquals(0, outside.abs().max().item_double(), 1e-13);
      double length = gamma.norm().item_double();
      assertEquals(length, carried.norm().item_double(), 1e-12 * length);
    }
  }

  @Test
  void theLogarithmUndoesTheExponential() {
    for (double scale : new double[] {1e-9, 1e-3, 0.3}) {
      Tensor x = points(C, K, N);
      Tensor g = tangents(x, scale);
      Tensor back = SubspaceStacks.logarithm(x, SubspaceStacks.geodesic(x, g, 1).points());
      assertEquals(0, back.sub(g).abs().max().item_double(), 1e-14);
    }
  }

  @Test
  void aPointIsAtNoDistanceFromItself() {
    Tensor x = points(C, K, N);
    assertEquals(0, SubspaceStacks.logarithm(x, x).abs().max().item_double(), 1e-14);
    assertEquals(0, SubspaceStacks.distance(x, x).max().item_double(), 1e-14);
  }

  /** [e1, e2] and [cos .3 e1 + sin .3 e3, cos 1.1 e2 + sin 1.1 e4] in R^6, turned in themselves. */
  @Test
  void anglesOfTheExactCase() {
    double[] a = {1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    double[] b = {Math.cos(.3), 0, Math.sin(.3), 0, 0, 0, 0, Math.cos(1.1), 0, Math.sin(1.1), 0, 0};
    Tensor turn = points(2, 2);
    Tensor x = Tensors.of(a, 1, 2, 6);
    Tensor y = turn.unsqueeze(0).matmul(Tensors.of(b, 1, 2, 6));
    double[] angles = Tensors.doubles(SubspaceStacks.angles(x, y));
    assertEquals(.3, angles[0], 1e-12);
    assertEquals(1.1, angles[1], 1e-12);
    assertEquals(1.140175425099, SubspaceStacks.distance(x, y).item_double(), 1e-12);
    assertEquals(1.140175425099, SubspaceStacks.logarithm(x, y).norm().item_double(), 1e-12);
  }

  @Test
  void anglesAreThoseOfTheValueClass() {
    Tensor x = points(C, K, N);
    Tensor y = points(C, K, N);
    double[] distances = Tensors.doubles(SubspaceStacks.distance(x, y));
    for (int c = 0; c < C; c++) {
      Subspace a = Subspace.ofOrthonormal(one(x, c), N, K);
      Subspace b = Subspace.ofOrthonormal(one(y, c), N, K);
      assertEquals(a.distance(b, Distance.GEODESIC), distances[c], 1e-13);
    }
  }

  /** 20 pairs about each of three middles, each pair a step and its opposite of length 0.3. */
  @Test
  void theMeanOfOppositePointsIsTheirMiddle() {
    Tensor middle = points(3, K, N);
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Tensor step = tangents(middle, 1);
      Tensor length = step.square().sum(-1, -2).sqrt().unsqueeze(-1).unsqueeze(-1);
      step = step.div(length).mul(new Scalar(0.3));
      all.add(SubspaceStacks.geodesic(middle, step, 1).points());
      all.add(SubspaceStacks.geodesic(middle, step, -1).points());
    }
    Tensor points = torch.stack(new org.bytedeco.pytorch.TensorVector(all.toArray(Tensor[]::new)));
    Tensor mean = SubspaceStacks.mean(points);
    assertEquals(0, SubspaceStacks.distance(mean, middle).max().item_double(), 1e-12);
    assertEquals(
        0,
        SubspaceStacks.distance(SubspaceStacks.chordal(points), middle).max().item_double(),
        1e-12);
    Tensor single = SubspaceStacks.mean(points.select(1, 0)); // without a stack about it
    assertEquals(0, SubspaceStacks.distance(single, middle.select(0, 0)).item_double(), 1e-12);
    Tensor narrow = SubspaceStacks.mean(points.to(ScalarType.Float));
    assertEquals(ScalarType.Float.value, narrow.scalar_type().value);
    double off = SubspaceStacks.distance(narrow, middle.to(ScalarType.Float)).max().item_double();
    assertEquals(0, off, 3e-6);
  }

  /** An uneven cloud against the mean of one at a time. */
  @Test
  void theMeanIsThatOfOneAtATime() {
    Tensor middle = points(C, K, N);
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(SubspaceStacks.geodesic(middle, tangents(middle, 0.1 * (1 + i)), 1).points());
    }
    Tensor stacked = torch.stack(new org.bytedeco.pytorch.TensorVector(all.toArray(Tensor[]::new)));
    Tensor mean = SubspaceStacks.mean(stacked);
    for (int c = 0; c < C; c++) {
      int which = c;
      List<double[]> own = all.stream().map(stack -> one(stack, which)).toList();
      Subspace truth = Subspace.ofOrthonormal(FrechetMean.of(manifold, own).point(), N, K);
      Subspace found = Subspace.ofOrthonormal(one(mean, c), N, K);
      assertEquals(0, truth.distance(found, Distance.GEODESIC), 1e-9);
    }
  }

  /**
   * Steps of a training in float32, never set right by a QR. Measured: 5e-7, and 2e-5 where the
   * cosine is not taken apart. What is asked for is 1e-5.
   */
  @Test
  void rowsStayOrthonormalOverTwoThousandStepsInFloat32() {
    Tensor x = points(20, 8, 64).to(ScalarType.Float);
    double worst = 0;
    for (int step = 0; step < 2_000; step++) {
      try (Scope inner = Scope.open()) {
        Tensor gradient = SubspaceStacks.tangent(x, torch.randn_like(x));
        x.copy_(SubspaceStacks.geodesic(x, gradient, -0.01).points());
        if (step % 100 == 99) {
          worst = Math.max(worst, SubspaceStacks.drift(x));
        }
      }
    }
    assertEquals(0, worst, 2e-6);
  }
}
