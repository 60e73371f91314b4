package dev.grassmann.clusters.lihfss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Losses on the numbers of make_deep.py. */
class LossesTest {
  private final JsonNode expected = Fixture.json("deep.json");

  private static Tensor sines(double b, double scale, long... shape) {
    int count = 1;
    for (long axis : shape) {
      count *= (int) axis;
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = scale * Math.sin(1 + 0.7 * i + b);
    }
    return Tensors.of(numbers, shape);
  }

  private List<Tensor> layers() {
    return List.of(
        sines(0, 1, 6, 70).abs(),
        Tensors.of(Fixture.doubles(expected.get("firstLayer")), 6, 40),
        Tensors.of(Fixture.doubles(expected.get("code")), 6, 18));
  }

  @Test
  void pretrainingLossesAreThoseOfTheReference() {
    try (Scope scope = Scope.open()) {
      List<Tensor> layers = layers();
      Tensor decoded = Tensors.of(Fixture.doubles(expected.get("decoded")), 6, 70);
      close("reconstruction", Autoencoder.squaredError(layers.get(0), decoded));
      Tensor h = Losses.distances(layers.get(0));
      close("preserved", Losses.preserved(h, layers.subList(1, 3)));
      close("stress", Losses.stress(h, layers.subList(1, 3)));
    }
  }

  @Test
  void selfExpressionAndItsSlopeAreThoseOfTheReference() {
    try (Scope scope = Scope.open()) {
      Tensor c = sines(9, 0.2, 6, 6).set_requires_grad(true);
      Tensor loss = Losses.selfExpression(c, layers());
      close("selfExpression", loss);
      loss.backward();
      slope("selfExpressionSlope", c);
    }
  }

  @Test
  void qualityAndItsSlopeAreTheTraceOfTheReference() {
    try (Scope scope = Scope.open()) {
      Tensor c = sines(9, 0.2, 6, 6).set_requires_grad(true);
      double[] apart = new double[36];
      for (int p = 0; p < 36; p++) {
        apart[p] = p / 6 % 3 != p % 6 % 3 ? 1 : 0;
      }
      Tensor loss = Losses.quality(c, Tensors.of(apart, 6, 6));
      close("quality", loss);
      loss.backward();
      slope("qualitySlope", c);
    }
  }

  private void close(String name, Tensor loss) {
    double truth = expected.get(name).asDouble();
    assertEquals(truth, loss.item_double(), 1e-10 * truth, name);
  }

  private void slope(String name, Tensor c) {
    double[] truth = Fixture.doubles(expected.get(name));
    double[] found = Tensors.doubles(c.grad().to(ScalarType.Double));
    assertArrayEquals(truth, found, 1e-8);
  }
}
