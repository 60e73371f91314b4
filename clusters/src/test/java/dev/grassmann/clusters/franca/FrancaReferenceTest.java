package dev.grassmann.clusters.franca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Figures of make_franca.py: the published modules. */
class FrancaReferenceTest {
  private static final int D = 8;
  private static final int N = 4;
  private static final int[] SIZES = {4, 8, 16};

  private final JsonNode expected = Fixture.json("franca.json");

  private static float[] sines(long count, double b, double scale) {
    float[] numbers = new float[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (scale * Math.sin(1 + 0.7 * i + b));
    }
    return numbers;
  }

  private static HeadOptions options(HeadInput input) {
    return new HeadOptions(List.of(2, 4, 8), input, 16, 6, 5);
  }

  private static void fill(ParameterSet set) {
    List<ArrayParameter> given = new ArrayList<>();
    for (ArrayParameter p : set.copies()) {
      given.add(new ArrayParameter(p.name(), sines(p.count(), given.size(), 1), p.shape()));
    }
    set.take(given);
  }

  private static List<Tensor> scores(int rows, double b) {
    List<Tensor> all = new ArrayList<>();
    for (int size : SIZES) {
      all.add(Tensors.of(sines((long) rows * size, b + size, 0.3), rows, size));
    }
    return all;
  }

  private static void close(JsonNode truth, Tensor found) {
    assertArrayEquals(Fixture.doubles(truth), Tensors.doubles(found.to(ScalarType.Double)), 1e-5);
  }

  @Test
  void headsGiveTheScoresOfThePublishedModule() {
    try (Scope scope = Scope.open();
        ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
      NestedHeads heads = new NestedHeads(set, "h", D, options(HeadInput.PROJECT));
      fill(set);
      List<Tensor> found = heads.scores(Tensors.of(sines(N * D, 40, 1), N, D), false);
      for (int level = 0; level < 3; level++) {
        close(expected.get("heads").get(level), found.get(level));
      }
    }
  }

  @Test
  void aSlicedHeadSeesItsPrefixAloneAndFrozenPrototypesGetNoGradient() {
    try (Scope scope = Scope.open();
        ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
      NestedHeads heads = new NestedHeads(set, "h", D, options(HeadInput.SLICE));
      Tensor x = Tensors.of(sines(N * D, 40, 1), N, D).set_requires_grad(true);
      heads.scores(x, true).get(1).sum().backward();
      float[] slope = Tensors.floats(x.grad());
      for (int p = 0; p < slope.length; p++) {
        assertEquals(p % D < 4, slope[p] != 0, "number " + p % D);
      }
      long still =
          set.parameters().stream()
              .filter(p -> p.name().contains("level4") && !p.hasGradient())
              .count();
      assertEquals(2, still, "prototypes and their lengths");
    }
  }

  @Test
  void targetsAndLossesAreThoseOfThePublishedModules() {
    try (Scope scope = Scope.open()) {
      List<Tensor> targets = Assignments.targets(scores(2 * N, 50), 0.05);
      for (int level = 0; level < 3; level++) {
        close(expected.get("targets").get(level), targets.get(level));
      }
      loss("local", Assignments.pairs(scores(3 * N, 60), 3, targets, 2));
      loss("global", Assignments.matched(scores(2 * N, 70), targets));
      List<Tensor> wanted = Assignments.targets(scores(5, 90), 0.05);
      Tensor weights = Tensors.of(new float[] {0.5f, 0.5f, 1f / 3, 1f / 3, 1f / 3}, 5);
      loss("patches", Assignments.hidden(scores(5, 80), wanted, weights, 3));
      loss("koleo", Assignments.spread(Tensors.of(sines(N * D, 30, 1), N, D)));
    }
  }

  private void loss(String name, Tensor found) {
    double truth = expected.get(name).asDouble();
    assertEquals(truth, found.item_double(), 1e-5 * Math.abs(truth), name);
  }

  /** Three rounds by hand on 6 samples of 4 prototypes, in plain loops. */
  @Test
  void targetsAreThoseOfAHandIteration() {
    double[][] q = new double[6][4];
    float[] scores = sines(24, 3, 0.2);
    for (int i = 0; i < 6; i++) {
      for (int k = 0; k < 4; k++) {
        q[i][k] = Math.exp(scores[i * 4 + k] / 0.07);
      }
    }
    for (int round = 0; round < 3; round++) {
      for (int k = 0; k < 4; k++) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
          sum += q[i][k];
        }
        for (int i = 0; i < 6; i++) {
          q[i][k] /= sum * 4;
        }
      }
      for (int i = 0; i < 6; i++) {
        double sum = Arrays.stream(q[i]).sum();
        for (int k = 0; k < 4; k++) {
          q[i][k] /= sum * 6;
        }
      }
    }
    double[] flat = Arrays.stream(q).flatMapToDouble(Arrays::stream).map(x -> 6 * x).toArray();
    try (Scope scope = Scope.open()) {
      Tensor found = Assignments.targets(Tensors.of(scores, 6, 4), 0.07);
      assertArrayEquals(flat, Tensors.doubles(found.to(ScalarType.Double)), 1e-6);
    }
  }

  @Test
  void aPlaneIsRemovedAsThePublishedDecompositionDoes() {
    double[][] basis = Rasa.orthonormal(sines(2 * D, 20, 1), D, List.of());
    float[] z = sines(2 * 3 * D, 10, 1);
    for (double[] u : basis) {
      Rasa.subtract(z, u);
    }
    double[] found = new double[z.length];
    Arrays.setAll(found, p -> z[p]);
    assertArrayEquals(Fixture.doubles(expected.get("rasa")), found, 1e-6);
  }
}
