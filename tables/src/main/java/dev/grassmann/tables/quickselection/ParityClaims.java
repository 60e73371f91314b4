package dev.grassmann.tables.quickselection;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Figures that the reference implementation or a calculation by hand gives. */
final class ParityClaims {
  private static final String REFERENCE = "reference implementation";

  /** Mean squared errors of three steps on the network below. */
  private static final double[] LOSSES = {
    0.6066183801538947, 0.5686323896265681, 0.4656059271380785
  };

  private ParityClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "three training steps of a network of 4, 3 and 4 units give the reference's losses",
            REFERENCE,
            "within 1e-6",
            run -> steps()),
        Claim.quick(
            "a SET step on ten weights keeps the reference's four and adds six",
            REFERENCE,
            "-0.1, 0.6: -0.5 -0.3 0.9 1.0 + 6",
            run -> evolution(run.random("six"))),
        Claim.quick(
            "the strength of [[1, -2], [0, 3]] is (3, 3)",
            "method section",
            "[3.0, 3.0]",
            run -> strength()));
  }

  private static Measured steps() {
    Connections first =
        Connections.at(
            4,
            3,
            new long[] {0, 2, 5, 7, 8, 11},
            new float[] {0.3f, -0.4f, 0.5f, 0.1f, -0.2f, 0.25f},
            new float[6]);
    Connections second =
        Connections.at(
            3,
            4,
            new long[] {0, 2, 4, 7, 8, 9},
            new float[] {0.2f, -0.1f, 0.35f, 0.15f, 0.45f, -0.6f},
            new float[6]);
    Autoencoder net =
        new Autoencoder(
            first,
            second,
            new float[] {0.05f, -0.1f, 0.2f},
            new float[3],
            new float[] {0.1f, 0, -0.2f, 0.3f},
            new float[4]);
    float[] rows = {
      0.5f, -1.0f, 0.8f, 0.3f, -0.7f, 0.4f, 1.2f, -0.9f, 1.1f, 0.2f, -0.3f, 0.6f, 0.1f, -0.5f, 0.9f,
      -1.4f
    };
    QuickSelectionConfig config =
        QuickSelectionConfig.DEFAULTS.with(
            Map.of("batch", 2, "noise", 0.0, "dropout", 0.0, "rate", 0.1, "decay", 1e-3));
    double off = 0;
    try (Team team = new Team(1)) {
      Step step = new Step(net, config, SparseKernel.best(), team);
      for (int k = 0; k < LOSSES.length; k++) {
        Cells cells = new Cells.Dense(rows, 4, 4);
        double loss =
            step.train(cells, new int[] {0, 1, 2, 3}, k % 2 * 2, new Draws(0), new Draws(0));
        off = Math.max(off, Math.abs(loss - LOSSES[k]));
      }
    }
    return Measured.of(String.format(Locale.ROOT, "within %.0e", off), off <= 1e-6);
  }

  private static Measured evolution(SplittableRandom random) {
    float[] ten = {-0.5f, -0.3f, -0.1f, -0.05f, 0.02f, 0.04f, 0.2f, 0.6f, 0.9f, 1.0f};
    long[] places = {0, 11, 22, 33, 44, 55, 66, 77, 88, 99};
    Connections kept = Topology.pruned(Connections.at(10, 10, places, ten, new float[10]), 0.5);
    int added = Topology.regrown(kept, 10, random).count() - kept.count();
    float low = Topology.lowThreshold(ten, 0.5);
    float high = Topology.highThreshold(ten, 0.5);
    boolean four = Arrays.equals(kept.weight(), new float[] {-0.5f, -0.3f, 0.9f, 1.0f});
    StringBuilder value = new StringBuilder(low + ", " + high + ":");
    for (float weight : kept.weight()) {
      value.append(' ').append(weight);
    }
    return Measured.of(
        value.append(" + ").append(added).toString(),
        four && added == 6 && low == -0.1f && high == 0.6f);
  }

  private static Measured strength() {
    Connections first =
        Connections.at(2, 2, new long[] {0, 2, 3}, new float[] {1, -2, 3}, new float[3]);
    Connections none = Connections.at(2, 2, new long[0], new float[0], new float[0]);
    double[] strength = Measure.STRENGTH.scores(first, none);
    return Measured.of(Arrays.toString(strength), Arrays.equals(strength, new double[] {3, 3}));
  }
}
