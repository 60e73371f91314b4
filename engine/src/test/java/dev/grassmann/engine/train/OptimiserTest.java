package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.OptimiserPlan.Rule;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimiserTest {
  /** More than one stretch of the loop, and no multiple of it. */
  private static final int COUNT = Chunks.LENGTH * 2 + 77;

  private Scope scope;

  @BeforeEach
  void open() {
    scope = Scope.open();
  }

  @AfterEach
  void close() {
    scope.close();
  }

  private static float[] numbers(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static OptimiserPlan plan(Rule rule) {
    return new OptimiserPlan(rule, 0.03, 0.9, 0.999, 1e-6, 0.1); // libtorch's betas
  }

  private static Optimizer torch(OptimiserPlan plan, Tensor parameter) {
    TensorVector parameters = new TensorVector(parameter);
    switch (plan.rule()) {
      case ADAM -> {
        AdamOptions options = new AdamOptions(plan.rate());
        options.eps().put(plan.epsilon());
        options.weight_decay().put(plan.weightDecay());
        return new Adam(parameters, options);
      }
      case ADAMW -> {
        AdamWOptions options = new AdamWOptions(plan.rate());
        options.eps().put(plan.epsilon());
        options.weight_decay().put(plan.weightDecay());
        return new AdamW(parameters, options);
      }
      default -> {
        SGDOptions options = new SGDOptions(plan.rate());
        options.momentum().put(plan.beta1());
        options.weight_decay().put(plan.weightDecay());
        return new SGD(parameters, options);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyTwinMovesAsLibtorchsOwnOptimiserDoes(Rule rule) {
    float[] start = numbers(COUNT, 1);
    ArrayParameter array = new ArrayParameter("a", start.clone(), COUNT);
    TensorParameter tensor = new TensorParameter("t", Tensors.of(start, COUNT));
    TensorParameter card = new TensorParameter("c", Tensors.of(start, COUNT));
    Tensor peer = Tensors.of(start, COUNT);
    peer.set_requires_grad(true);
    Optimizer truth = torch(plan(rule), peer);
    Optimiser host = Optimiser.of(plan(rule), List.of(array, tensor));
    Optimiser onCard = new CardOptimiser(plan(rule), List.of(card));
    for (int step = 0; step < 5; step++) {
      float[] gradient = numbers(COUNT, 10 + step);
      System.arraycopy(gradient, 0, array.gradient(), 0, COUNT);
      setGradient(tensor.tensor(), gradient);
      setGradient(card.tensor(), gradient);
      setGradient(peer, gradient);
      truth.step();
      host.step(1, 1);
      onCard.step(1, 1);
    }
    float[] expected = Tensors.floats(peer);
    assertArrayEquals(expected, array.values(), 2e-6f);
    assertArrayEquals(array.values(), Tensors.floats(tensor.tensor()));
    assertArrayEquals(expected, Tensors.floats(card.tensor()), 2e-6f);
  }

  /** One number, two steps of gradient 1 and 2, by hand from the paper's algorithm 1. */
  @Test
  void otherBetasGiveWhatTheAlgorithmGives() {
    OptimiserPlan plan = OptimiserPlan.adam(0.1).withBetas(0.5, 0.75).withEpsilon(1e-3);
    ArrayParameter p = new ArrayParameter("p", new float[] {1}, 1);
    Optimiser optimiser = Optimiser.of(plan, List.of(p));
    p.gradient()[0] = 1;
    optimiser.step(1, 1);
    double first = 1 - 0.1 * 1 / (1 + 1e-3);
    assertEquals(first, p.values()[0], 1e-7);
    p.gradient()[0] = 2;
    optimiser.step(0.5, 1);
    double m = (0.5 * 0.5 + 0.5 * 2) / (1 - 0.25);
    double v = (0.75 * 0.25 + 0.25 * 4) / (1 - 0.5625);
    assertEquals(first - 0.05 * m / (Math.sqrt(v) + 1e-3), p.values()[0], 1e-7);
  }

  private static void setGradient(Tensor parameter, float[] gradient) {
    parameter.mutable_grad().put(Tensors.of(gradient, gradient.length));
  }

  @Test
  void aParameterWithoutGradientStays() {
    TensorParameter used = new TensorParameter("used", Tensors.of(new float[] {1}, 1));
    TensorParameter unused = new TensorParameter("unused", Tensors.of(new float[] {1}, 1));
    Optimiser optimiser = Optimiser.of(OptimiserPlan.adamW(0.1, 0.1), List.of(used, unused));
    setGradient(used.tensor(), new float[] {2});
    optimiser.step(1, 1);
    assertEquals(0.89f, used.tensor().item_float(), 1e-6); // (1 - 0.01) - 0.1
    assertEquals(1f, unused.tensor().item_float());
  }

  @Test
  void clippingBoundsTheNormOverAllParameters() {
    ArrayParameter a = new ArrayParameter("a", new float[COUNT], COUNT);
    TensorParameter b = new TensorParameter("b", Tensors.of(new float[] {0}, 1));
    a.gradient()[COUNT - 1] = 3;
    setGradient(b.tensor(), new float[] {4});
    assertEquals(0.5, GradientNorm.clip(List.of(a, b), 2.5), 1e-6);
    assertEquals(1, GradientNorm.clip(List.of(a, b), 6));
    assertEquals(1, GradientNorm.clip(List.of(a, b), 0));
  }

  @Test
  void refusesParametersThatItCannotMove() {
    Tensor tensor = Tensors.of(new double[] {1}, 1);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new TensorParameter("w", tensor));
    assertEquals("w is Double, a row-major float32 tensor is needed", refused.getMessage());
    Tensor rows = Tensors.of(new float[6], 3, 2);
    refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TensorParameter("s", rows, new Geometry.Subspaces(2)));
    assertEquals("s of shape [3, 2] is no stack of 2 rows each", refused.getMessage());
  }
}
