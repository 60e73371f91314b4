package dev.grassmann.tables.outrank;

import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.NullModel;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Scores of five generated columns with a label, as measured with the reference's formula. */
final class ParityFigures {
  private static final int N = 1_000;
  private static final int[] A = new Lcg(1).draws(N);
  private static final int[] B = new Lcg(2).draws(N);
  private static final int[] C = new Lcg(3).draws(N);
  private static final double[] C_LOG_C = CorrectedMi.cLogC(N);
  private static final CorrectedMi CORRECTED =
      new CorrectedMi(C_LOG_C, Nulls.of(NullModel.SHIFT, new int[] {N}, Run.local()));

  private ParityFigures() {}

  /** A column with its plain score, and its corrected one conditioned on either side. */
  private record Figure(Codes x, double plain, double byFeature, double byLabel) {}

  private static List<Figure> figures() {
    return List.of(
        new Figure(column(i -> A[i] % 10), 0.347480486, 0.342963653, 0.345085398),
        new Figure(column(i -> C[i] % 10), 0.010618176, 0.006985090, 0.004872852),
        new Figure(column(i -> B[i] % 500), 0.310542399, 0.006719018, 0.011866275),
        new Figure(column(i -> i), 0.693019175, 0, 0),
        new Figure(label(), 0.693019175, 0.693019175, 0.693019175));
  }

  private static Codes column(IntUnaryOperator value) {
    int[] raw = new int[N];
    for (int i = 0; i < N; i++) {
      raw[i] = value.applyAsInt(i);
    }
    return Codes.dense(raw, N);
  }

  private static Codes label() {
    return column(i -> (A[i] % 10 >= 5) ^ (B[i] % 100 < 10) ? 1 : 0);
  }

  static Measured scores() {
    Codes y = label();
    Scratch scratch = new Scratch();
    double worst = 0;
    for (Figure figure : figures()) {
      Codes x = figure.x();
      worst = Math.max(worst, Math.abs(PlainMi.nats(x, y, C_LOG_C) - figure.plain()));
      worst = Math.max(worst, Math.abs(CORRECTED.nats(x, y, 0, scratch) - figure.byFeature()));
      worst = Math.max(worst, Math.abs(CORRECTED.nats(y, x, 0, scratch) - figure.byLabel()));
    }
    return within(worst);
  }

  static Measured adjusted() {
    AdjustedMi adjusted = new AdjustedMi(C_LOG_C);
    double ten = adjusted.score(column(i -> A[i] % 10), label());
    double many = adjusted.score(column(i -> B[i] % 500), label());
    return within(Math.max(Math.abs(ten - 0.229837248), Math.abs(many - 0.006734925)));
  }

  static Measured reduced() {
    Reduction half = Reduction.of(label(), column(i -> A[i] % 10), 0.5);
    double score = 0.5 * CORRECTED.nats(half.x(), half.y(), 0, new Scratch());
    return Measured.of(
            String.format(Locale.ROOT, "%.4f", score), Math.abs(score - 0.5 * 0.345085398) <= 0.02)
        .noting("0.0009 in the reference");
  }

  private static Measured within(double worst) {
    return Measured.of(String.format(Locale.ROOT, "%.1e", worst), worst <= 1e-8);
  }
}
