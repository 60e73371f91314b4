package dev.grassmann.tables.quickselection;

import java.util.Arrays;

/** What a column is scored by, from the connections of both layers. */
public enum Measure {
  /** Sum of the absolute weights that leave the column's input unit: the paper's. */
  STRENGTH(true, true, 0),
  /** Sum of the absolute weights that lead to the column's output unit. */
  OUTPUT_STRENGTH(false, true, 0),
  /** Number of connections of the input unit. */
  DEGREE(true, false, 0),
  /** Number of connections of the output unit. */
  OUTPUT_DEGREE(false, false, 0),
  /** Strength of the input unit, counting only the half of the hidden units that are strongest. */
  STRENGTH_IN_OUT(true, true, 1.0 / 2),
  /** The same of the output unit. */
  STRENGTH_OUT_IN(false, true, 1.0 / 2),
  /** Degree of the input unit, counting only the two thirds of the hidden units of most degree. */
  DEGREE_IN_OUT(true, false, 2.0 / 3),
  /** The same of the output unit. */
  DEGREE_OUT_IN(false, false, 2.0 / 3);

  private final boolean input;
  private final boolean weighted;
  private final double share;

  Measure(boolean input, boolean weighted, double share) {
    this.input = input;
    this.weighted = weighted;
    this.share = share;
  }

  /**
   * One score a column.
   *
   * @param first d × H: leads from columns to hidden units
   * @param second H × d: leads from hidden units to columns
   */
  double[] scores(Connections first, Connections second) {
    boolean[] counted = new boolean[first.units()];
    Arrays.fill(counted, true);
    if (share > 0) {
      keepBest(hidden(first, second), counted);
    }
    double[] score = new double[first.inputs()];
    Connections layer = input ? first : second;
    for (int u = 0; u < layer.units(); u++) {
      for (int e = layer.start()[u]; e < layer.start()[u + 1]; e++) {
        int hidden = input ? u : layer.source()[e];
        if (counted[hidden]) {
          score[input ? layer.source()[e] : u] += worth(layer, e);
        }
      }
    }
    return score;
  }

  private double worth(Connections layer, int e) {
    return weighted ? Math.abs(layer.weight()[e]) : 1;
  }

  /** The same of each hidden unit, over the connections of both its sides. */
  private double[] hidden(Connections first, Connections second) {
    double[] score = new double[first.units()];
    for (int u = 0; u < first.units(); u++) {
      for (int e = first.start()[u]; e < first.start()[u + 1]; e++) {
        score[u] += worth(first, e);
      }
    }
    for (int e = 0; e < second.count(); e++) {
      score[second.source()[e]] += worth(second, e);
    }
    return score;
  }

  private void keepBest(double[] score, boolean[] counted) {
    Integer[] order = new Integer[score.length];
    Arrays.setAll(order, u -> u);
    Arrays.sort(order, (a, b) -> Double.compare(score[b], score[a]));
    for (int rank = (int) (share * order.length); rank < order.length; rank++) {
      counted[order[rank]] = false;
    }
  }

  /** As a report names it. */
  String words() {
    return switch (this) {
      case STRENGTH -> "neuron strength";
      case OUTPUT_STRENGTH -> "strength of the output neuron";
      case DEGREE -> "degree of the neuron";
      case OUTPUT_DEGREE -> "degree of the output neuron";
      case STRENGTH_IN_OUT -> "strength over the strongest hidden neurons";
      case STRENGTH_OUT_IN -> "output strength over the strongest hidden neurons";
      case DEGREE_IN_OUT -> "degree over the hidden neurons of most degree";
      case DEGREE_OUT_IN -> "output degree over the hidden neurons of most degree";
    };
  }
}
