package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import java.util.List;

/** Small inputs that a formula makes, on which codes, greedy edits and weights are known. */
final class ReferenceExample {
  private static final double TOLERANCE = 1e-6;

  private ReferenceExample() {}

  /** sin(0.7 i + 1.3 j (1 + 0.11 i) + s), row-major. */
  static float[] wave(int rows, int columns, double shift) {
    float[] a = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        a[i * columns + j] = (float) Math.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift);
      }
    }
    return a;
  }

  static Vectors activations() {
    return Vectors.of(wave(8, 3, 0), 8, 3);
  }

  static Attributes attributes() {
    return new Attributes(
        List.of("a", "b"),
        List.of(List.of("0", "1"), List.of("0", "1", "2")),
        new int[][] {{0, 0, 1, 1, 0, 1, 0, 1}, {0, 1, 2, 0, 1, 2, 2, 0}});
  }

  /** Six unit rows of four numbers. */
  static float[] directions() {
    float[] rows = wave(6, 4, 0.5);
    for (int i = 0; i < 6; i++) {
      double square = 0;
      for (int c = 0; c < 4; c++) {
        square += rows[i * 4 + c] * (double) rows[i * 4 + c];
      }
      for (int c = 0; c < 4; c++) {
        rows[i * 4 + c] = (float) (rows[i * 4 + c] / Math.sqrt(square));
      }
    }
    return rows;
  }

  static float[] codes(double shift) {
    float[] codes = wave(1, 6, shift);
    for (int j = 0; j < codes.length; j++) {
      codes[j] = Math.max(0, codes[j]);
    }
    return codes;
  }

  /** The activation of some codes, and a little that they miss. */
  static float[] activation(float[] codes, double shift) {
    float[] a = wave(1, 4, shift);
    float[] directions = directions();
    for (int c = 0; c < 4; c++) {
      a[c] *= 0.05f;
      for (int j = 0; j < codes.length; j++) {
        a[c] += codes[j] * directions[j * 4 + c];
      }
    }
    return a;
  }

  static SparseEdit edit(Moves moves) {
    float[] source = codes(1);
    float[] target = codes(2.5);
    return new GreedyEditor(directions(), 4, moves)
        .edit(source, target, activation(source, 3), activation(target, 4), 3);
  }

  static boolean codesAgree() {
    SupervisedDictionary means =
        SupervisedDictionary.fit(activations(), attributes(), SupervisedDictionary.Codes.MEAN);
    SupervisedDictionary mse =
        SupervisedDictionary.fit(activations(), attributes(), SupervisedDictionary.Codes.MSE);
    return near(means.code(0, 0), -0.0509741, 0.1574942, 0.2393506)
        && near(mse.code(1, 2), -0.2972282, -0.0852199, 0.3833606)
        && near(0.8105964, Residuals.fvu(activations(), means.reconstruct(attributes())))
        && near(0.7408136, Residuals.fvu(activations(), mse.reconstruct(attributes())));
  }

  static boolean editsAgree() {
    SparseEdit exchange = edit(Moves.EXCHANGE);
    SparseEdit independent = edit(Moves.INDEPENDENT);
    return near(1.7781351, exchange.start())
        && exchange.changes().stream()
            .map(SparseEdit.Change::latent)
            .toList()
            .equals(List.of(4, 1, 5))
        && near(distances(exchange), 0.942046, 0.639155, 0.360044)
        && independent.changes().stream()
            .map(SparseEdit.Change::latent)
            .toList()
            .equals(List.of(4, 0))
        && near(distances(independent), 0.942046, 0.340676);
  }

  static boolean weightsAgree() {
    return near(
        EditWeights.of(codes(1), directions(), 4), 0.5228250, 0.2689422, 0, 0, 0, 0.2082328);
  }

  static double[] distances(SparseEdit edit) {
    return edit.changes().stream().mapToDouble(SparseEdit.Change::distance).toArray();
  }

  private static boolean near(double[] measured, double... expected) {
    boolean near = measured.length == expected.length;
    for (int i = 0; i < expected.length && near; i++) {
      near = near(expected[i], measured[i]);
    }
    return near;
  }

  private static boolean near(double expected, double measured) {
    return Math.abs(expected - measured) <= TOLERANCE;
  }
}
