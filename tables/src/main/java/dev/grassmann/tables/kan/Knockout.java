package dev.grassmann.tables.kan;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * KAN-KO: what the loss rises by when a column's curves in the first layer are taken away. Instead
 * of zeroing parameters and going through the whole network once a column, the column's
 * contribution is subtracted from the first layer's sums, and only the layers behind are run.
 */
final class Knockout {
  private Knockout() {}

  /** One batch of rows: its bases, and the first layer's sums. */
  private record Rows(float[] numbers, int[] outcomes, float[] sums) {}

  /**
   * Rise of the mean loss, one an input; negative where the network is better off without.
   *
   * @param objective of the rows' outcomes
   */
  static double[] rises(KanNetwork network, Objective objective, float[] x, int rows, Run run) {
    List<Rows> batches = batches(network, x, rows);
    double whole = 0;
    Behind behind = new Behind(network, objective);
    for (Rows batch : batches) {
      whole += behind.loss(batch, -1);
    }
    double base = whole / rows;
    List<Double> without =
        Workers.map(
            network.inputs(),
            "knock-outs",
            run,
            () -> new Behind(network, objective),
            (input, own) -> {
              double sum = 0;
              for (Rows batch : batches) {
                sum += own.loss(batch, input);
              }
              return sum / rows;
            });
    return without.stream().mapToDouble(loss -> loss - base).toArray();
  }

  private static List<Rows> batches(KanNetwork network, float[] x, int rows) {
    List<Rows> batches = new ArrayList<>();
    KanPass pass = new KanPass(network);
    int width = network.first().outputs();
    KanPass.inBatches(
        x,
        rows,
        network.inputs(),
        (numbers, from, count) -> {
          int[] outcomes = new int[count];
          Arrays.setAll(outcomes, row -> from + row);
          float[] sums = Arrays.copyOf(pass.forward(0, numbers, count), count * width);
          batches.add(new Rows(numbers, outcomes, sums));
        });
    return batches;
  }

  /** The layers behind the first, for one thread. */
  private static final class Behind {
    private final KanNetwork network;
    private final Objective objective;
    private final KanPass pass;
    private final Bases bases;
    private float[] sums = {};

    Behind(KanNetwork network, Objective objective) {
      this.network = network;
      this.objective = objective;
      this.pass = new KanPass(network);
      this.bases = new Bases(network.first());
    }

    /** Sum of the losses of a batch without an input, or with all of them for -1. */
    double loss(Rows batch, int input) {
      int count = batch.outcomes().length;
      sums = batch.sums().clone();
      if (input >= 0) {
        subtract(batch, input, count);
      }
      float[] now = sums;
      for (int l = 1; l < network.layers().size(); l++) {
        now = pass.forward(l, now, count);
      }
      return objective.sum(now, batch.outcomes(), count, null);
    }

    private void subtract(Rows batch, int input, int count) {
      KanLayer first = network.first();
      bases.setInput(batch.numbers(), count, input);
      for (int row = 0; row < count; row++) {
        first.addCurve(bases, row, input, -1, sums, row * first.outputs());
      }
    }
  }
}
