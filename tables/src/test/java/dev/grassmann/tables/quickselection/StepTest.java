package dev.grassmann.tables.quickselection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.tables.quickselection.QuickSelectionConfig.Output;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
  @ParameterizedTest
  @CsvSource({"linear, LINEAR", "tanh, TANH_RELEASED"})
  void threeStepsGiveTheReleasedProgramsWeights(String name, Output output) {
    JsonNode truth = Fixture.read("steps.json").get(name);
    JsonNode start = truth.get("start");
    Autoencoder net =
        new Autoencoder(
            Fixture.layer(start.get("first"), 4, 3),
            Fixture.layer(start.get("second"), 3, 4),
            Fixture.floats(start.get("hidden_bias")),
            new float[3],
            Fixture.floats(start.get("output_bias")),
            new float[4]);
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS
            .with(Map.of("batch", 2, "noise", 0.0, "dropout", 0.0, "rate", 0.1, "decay", 1e-3))
            .with("output", output);
    Cells cells = Fixture.cells(truth.get("clean"));
    int[] order = {0, 1, 2, 3};
    try (Team team = new Team(2)) {
      Step step = new Step(net, config, SparseKernel.best(), team);
      for (JsonNode after : truth.get("after")) {
        double loss =
            step.train(cells, order, after.get("from").asInt(), new Draws(1), new Draws(2));
        assertEquals(after.get("loss").asDouble(), loss, 1e-6);
        Connections first = Fixture.layer(after.get("first"), 4, 3);
        Connections second = Fixture.layer(after.get("second"), 3, 4);
        assertArrayEquals(first.weight(), net.first().weight(), 1e-6f);
        assertArrayEquals(second.weight(), net.second().weight(), 1e-6f);
        assertArrayEquals(Fixture.floats(after.get("hidden_bias")), net.hiddenBias(), 1e-6f);
        assertArrayEquals(Fixture.floats(after.get("output_bias")), net.outputBias(), 1e-6f);
        assertArrayEquals(
            Fixture.layer(after.get("first_velocity"), 4, 3).weight(),
            net.first().velocity(),
            1e-6f);
        assertArrayEquals(
            Fixture.layer(after.get("second_velocity"), 3, 4).weight(),
            net.second().velocity(),
            1e-6f);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LINEAR, 23", "LINEAR, 100", "TANH, 16", "TANH_RELEASED, 7"})
  void trainingIsThatOfADenseNetworkUnderAMask(Output output, int batch) {
    int columns = 37;
    int hidden = 29;
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS.with(
            Map.of("batch", batch, "hidden", hidden, "rate", 0.02, "output", output));
    SplittableRandom random = new SplittableRandom(7);
    Cells cells = cells(3 * batch, columns, random);
    Connections first = Topology.random(columns, hidden, 3, random);
    Connections second = Topology.random(hidden, columns, 3, random);
    DenseMask oracle = new DenseMask(first, second, config);
    Autoencoder net = new Autoencoder(first, second);
    int[] order = IntStream.range(0, 3 * batch).map(i -> (i * 2 + 1) % (3 * batch)).toArray();
    try (Team team = new Team(2)) {
      Step step = new Step(net, config, SparseKernel.best(), team);
      for (int k = 0; k < 6; k++) {
        int from = k % 3 * batch;
        Draws dropout = new Draws(100 + k);
        double expected = oracle.train(cells, order, from, new Draws(5), dropout, step.stride());
        double loss = step.train(cells, order, from, new Draws(5), dropout);
        assertEquals(expected, loss, 1e-5);
      }
    }
    oracle.requireZeroOffTheMask();
    assertArrayEquals(oracle.firstWeights(net.first()), net.first().weight(), 2e-6f);
    assertArrayEquals(oracle.secondWeights(net.second()), net.second().weight(), 2e-6f);
    assertArrayEquals(oracle.hiddenBias(), net.hiddenBias(), 2e-6f);
    assertArrayEquals(oracle.outputBias(), net.outputBias(), 2e-6f);
  }

  @Test
  void theNumberOfThreadsChangesNoByte() {
    float[] one = weightsAfterTraining(1);
    assertArrayEquals(one, weightsAfterTraining(2));
    assertArrayEquals(one, weightsAfterTraining(3));
    assertArrayEquals(one, weightsAfterTraining(16));
  }

  private static float[] weightsAfterTraining(int threads) {
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS.with(Map.of("batch", 50, "hidden", 31));
    SplittableRandom random = new SplittableRandom(3);
    Cells cells = cells(100, 41, random);
    Autoencoder net =
        new Autoencoder(Topology.random(41, 31, 4, random), Topology.random(31, 41, 4, random));
    int[] order = IntStream.range(0, 100).toArray();
    try (Team team = new Team(threads)) {
      Step step = new Step(net, config, SparseKernel.best(), team);
      for (int k = 0; k < 8; k++) {
        step.train(cells, order, k % 2 * 50, new Draws(5), new Draws(k));
      }
    }
    float[] all = Arrays.copyOf(net.first().weight(), net.first().count() + net.second().count());
    System.arraycopy(net.second().weight(), 0, all, net.first().count(), net.second().count());
    return all;
  }

  @Test
  void theErrorWithoutNoiseScalesTheOutputsByTheShareLeftIn() {
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS.with(Map.of("batch", 4, "hidden", 1, "dropout", 0.25));
    float[] cells = {1, 2, 3};
    Autoencoder net =
        new Autoencoder(
            Connections.at(1, 1, new long[] {0}, new float[] {0}, new float[1]),
            Connections.at(1, 1, new long[] {0}, new float[] {4}, new float[1]),
            new float[1],
            new float[1],
            new float[] {2},
            new float[1]);
    try (Team team = new Team(1)) {
      Step step = new Step(net, config, SparseKernel.best(), team);
      double error = step.error(new Cells.Dense(cells, 3, 1), new int[] {0, 1, 2}, 0);
      // sigmoid(0) = 1/2: every output is 0.75 (4/2 + 2) = 3
      assertEquals((4 + 1 + 0) / 3.0, error, 1e-6);
    }
  }

  private static Cells cells(int rows, int columns, SplittableRandom random) {
    float[] cells = new float[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (float) random.nextGaussian();
    }
    return new Cells.Dense(cells, rows, columns);
  }
}
