package dev.grassmann.engine.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Figures of make_block.py, which writes attention out head by head in float64. */
class TransformerBlockTest {
  private static final int D = 8;

  private static float[] sines(long count, double b, double base, double scale) {
    float[] numbers = new float[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (base + scale * Math.sin(1 + 0.7 * i + b));
    }
    return numbers;
  }

  @Test
  void outputsAndSlopesAreThoseOfTheReference() throws IOException {
    JsonNode reference;
    try (InputStream in = TransformerBlockTest.class.getResourceAsStream("block.json")) {
      reference = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "block.json");
    }
    for (JsonNode expected : reference.get("cases")) {
      boolean causal = expected.get("causal").asBoolean();
      boolean gated = expected.get("gated").asBoolean();
      double gain = expected.get("layerScale").asBoolean() ? 1 : 0;
      BlockShape shape = new BlockShape(D, 2, 12, causal, gated, gain);
      try (Scope scope = Scope.open();
          ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
        TransformerBlock block = new TransformerBlock(set, "block0", shape, 1e-6);
        List<Parameter> parameters = set.parameters();
        for (int k = 0; k < parameters.size(); k++) {
          Parameter p = parameters.get(k);
          boolean isGain = p.name().contains("norm") && p.name().endsWith("weight");
          double base = isGain || p.name().contains(".ls") ? 1 : 0;
          Tensors.set(((TensorParameter) p).tensor().detach(), sines(p.count(), k, base, 0.3));
        }
        Tensor y = block.apply(Tensors.of(sines(2 * 5 * D, 50, 0, 1), 2, 5, D));
        float[] output = Tensors.floats(y);
        for (int i = 0; i < output.length; i++) {
          assertEquals(expected.get("output").get(i).asDouble(), output[i], 2e-5, "output " + i);
        }
        y.mul(Tensors.of(sines(2 * 5 * D, 70, 0, 1), 2, 5, D)).sum().backward();
        for (int k = 0; k < parameters.size(); k++) {
          Tensor slope = ((TensorParameter) parameters.get(k)).tensor().grad();
          float[] weights = sines(slope.numel(), 90, 0, 1);
          double sum = 0;
          float[] slopes = Tensors.floats(slope);
          for (int i = 0; i < slopes.length; i++) {
            sum += (double) slopes[i] * weights[i];
          }
          double truth = expected.get("slopes").get(k).asDouble();
          assertEquals(truth, sum, 2e-4 * (1 + Math.abs(truth)), parameters.get(k).name());
        }
      }
    }
  }

  @Test
  void branchesLeftOutLeaveTheSequenceAsItWas() {
    LibTorch.seed(1);
    BlockShape shape = new BlockShape(D, 2, 12, false, false, 0);
    try (Scope scope = Scope.open();
        ParameterSet set = new ParameterSet(new SplittableRandom(0), Device.CPU)) {
      TransformerBlock block = new TransformerBlock(set, "b", shape, 1e-6);
      Tensor x = Tensors.of(sines(200 * 3 * D, 50, 0, 1), 200, 3, D);
      Tensor changed = block.apply(x, 0.5).sub(x).abs().sum(new long[] {1, 2}, false, null);
      int untouched = 0;
      for (float sum : Tensors.floats(changed)) {
        untouched += sum == 0 ? 1 : 0;
      }
      assertTrue(untouched > 25 && untouched < 75, "a quarter loses both branches: " + untouched);
    }
  }

  @Test
  void aSetMovesTowardsAnother() {
    try (ParameterSet one = new ParameterSet(new SplittableRandom(1), Device.CPU);
        ParameterSet other = new ParameterSet(new SplittableRandom(2), Device.CPU)) {
      Tensor a = one.normal("w", 0.02, 1000);
      Tensor b = other.normal("w", 0.02, 1000);
      float[] before = Tensors.floats(a);
      float[] target = Tensors.floats(b);
      for (float x : before) {
        assertTrue(Math.abs(x) <= 0.04f, "two deviations at most: " + x);
      }
      one.approach(other, 0.75);
      float[] expected = new float[1000];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = 0.75f * before[i] + 0.25f * target[i];
      }
      assertArrayEquals(expected, Tensors.floats(a), 1e-7f);
      one.approach(other, 0);
      assertArrayEquals(target, Tensors.floats(a), 1e-7f);
      assertEquals(1000, one.count());
    }
  }
}
