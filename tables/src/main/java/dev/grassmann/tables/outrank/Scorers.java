package dev.grassmann.tables.outrank;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.Orientation;
import java.util.Arrays;

/** Makes the scorer that a config asks for. */
final class Scorers {
  private Scorers() {}

  static Scorer of(OutRankConfig config, Rows rows, int firstBatch, Run run) {
    int longest = Arrays.stream(rows.batchRows()).max().orElseThrow();
    double[] cLogC = CorrectedMi.cLogC(longest);
    return switch (config.heuristic()) {
      case CORRECTED_MI ->
          reduced(
              config,
              corrected(cLogC, Nulls.of(config.nullModel(), rows.batchRows(), firstBatch, run)));
      case PLAIN_MI -> reduced(config, (x, y, batch, scratch) -> PlainMi.nats(x, y, cLogC));
      case AMI -> {
        AdjustedMi adjusted = new AdjustedMi(cLogC);
        yield (first, second, batch, scratch) -> adjusted.score(first, second);
      }
      case PEARSON -> (first, second, batch, scratch) -> CodeMeasures.correlation(first, second);
      case MAX_VALUE_COVERAGE ->
          (first, second, batch, scratch) -> CodeMeasures.maxValueCoverage(first, second);
      case CONSTANT -> (first, second, batch, scratch) -> 0;
      case SURROGATE_SGD, SURROGATE_SVM, SURROGATE_SGD_RP, SURROGATE_SGD_SVD ->
          new Surrogate(config.heuristic(), run);
    };
  }

  /** A score of y by x, x conditioned on. */
  @FunctionalInterface
  private interface Conditioned {
    double nats(Codes x, Codes y, int batch, Scratch scratch);
  }

  private static Conditioned corrected(double[] cLogC, Nulls nulls) {
    CorrectedMi kernel = new CorrectedMi(cLogC, nulls);
    return kernel::nats;
  }

  /**
   * Decides who is x and who is y, and reduces the rows; as published, the score is then r times.
   */
  private static Scorer reduced(OutRankConfig config, Conditioned score) {
    boolean byTarget = config.orientation() == Orientation.LABEL_CONDITIONED;
    double share = config.reduction();
    return (first, second, batch, scratch) -> {
      Codes x = byTarget ? second : first;
      Codes y = byTarget ? first : second;
      if (share == 1) {
        return score.nats(x, y, batch, scratch);
      }
      Reduction kept = Reduction.of(x, y, share);
      return share * score.nats(kept.x(), kept.y(), batch, scratch);
    };
  }
}
