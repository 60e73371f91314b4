package dev.grassmann.compare.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {
  private static final int N = 300;
  private static final int[] LABELS = new int[N];
  private static final Vectors ROWS = bars();

  /** 4 x 4 pictures with one bright row or one bright column, and some noise. */
  private static Vectors bars() {
    SplittableRandom random = new SplittableRandom(1);
    float[] pixels = new float[N * 16];
    for (int i = 0; i < N; i++) {
      LABELS[i] = i % 2;
      int place = random.nextInt(4);
      for (int k = 0; k < 4; k++) {
        pixels[i * 16 + (LABELS[i] == 0 ? place * 4 + k : k * 4 + place)] = 1;
      }
      for (int k = 0; k < 16; k++) {
        pixels[i * 16 + k] += (float) (0.1 * random.nextGaussian());
      }
    }
    return Vectors.of(pixels, N, 16);
  }

  private static Classifier train(Architecture network, long seed) {
    TrainingPlan plan = TrainingPlan.ofEpochs(20, 30).with(OptimiserPlan.adam(0.01));
    return new ClassifierTraining(network, plan).train(ROWS, LABELS, Run.seeded(seed));
  }

  private static Architecture cnn() {
    return new Architecture(1, 4, 4, List.of(6, 0, 5), List.of(7), 2);
  }

  @Test
  void denseAndConvolutionalNetworksLearnToTellRowsFromColumns() {
    assertTrue(train(Architecture.mlp(16, List.of(16), 2), 0).accuracy(ROWS, LABELS) > 0.97);
    assertTrue(train(cnn(), 0).accuracy(ROWS, LABELS) > 0.97);
  }

  @Test
  void logitsAreWhatTheWeightsSay() {
    Map<String, WeightArray> weights =
        Map.of(
            "dense0.weight", new WeightArray(new double[] {1, -2, 3, 1}, 2, 2),
            "dense0.bias", new WeightArray(new double[] {0.5, -10}, 2),
            "out.weight", new WeightArray(new double[] {2, 1, -1, 4}, 2, 2),
            "out.bias", new WeightArray(new double[] {0, 1}, 2));
    Classifier model = new Classifier(Architecture.mlp(2, List.of(2), 2), weights);
    Vectors rows = Vectors.of(new float[] {3, 1, 4, 0}, 2, 2);
    // by hand: hidden (1.5, 0) and (4.5, 2)
    assertArrayEquals(new double[] {3, -0.5, 11, 4.5}, model.logits(rows), 1e-12);
    assertArrayEquals(
        new float[] {1.5f, 0, 4.5f, 2}, model.activations(rows, "dense0").toArray(), 1e-6f);
  }

  @Test
  void whatIsSavedIsReadBackToTheLastBit(@TempDir Path folder) {
    Classifier model = train(cnn(), 1);
    model.save(RunFolder.at(folder));
    assertArrayEquals(model.logits(ROWS), Classifier.load(folder).logits(ROWS), 0);
  }

  @Test
  void equalSeedsTrainEqualNetworks() {
    assertArrayEquals(train(cnn(), 2).logits(ROWS), train(cnn(), 2).logits(ROWS), 0);
  }

  @Test
  void aConvolutionGivesItsPixelsChannelByChannel() {
    assertEquals(6 * 16, train(cnn(), 1).activations(ROWS, "conv0").d());
    assertEquals(5 * 4, train(cnn(), 1).activations(ROWS, "conv1").d());
  }

  @Test
  void aTensorWithNanIsRefusedByName() {
    Map<String, WeightArray> weights =
        Map.of(
            "out.weight", new WeightArray(new double[] {1, Double.NaN}, 2, 1),
            "out.bias", new WeightArray(new double[2], 2));
    InputException refusal =
        assertThrows(
            InputException.class, () -> new Classifier(Architecture.mlp(1, List.of(), 2), weights));
    assertEquals(
        "tensor 'out.weight': holds NaN or infinity; train the network anew", refusal.getMessage());
  }
}
