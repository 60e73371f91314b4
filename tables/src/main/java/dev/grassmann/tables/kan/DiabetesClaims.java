package dev.grassmann.tables.kan;

import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.FoldedRanking;
import dev.grassmann.tables.Folds;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import dev.grassmann.tables.Scaling;
import dev.grassmann.tables.kan.KanConfig.Space;
import dev.grassmann.tables.kan.KanSelector.Score;
import dev.grassmann.tables.predict.Predictor;
import dev.grassmann.tables.predict.Quality;
import dev.grassmann.tables.predict.RandomForest;
import dev.grassmann.tables.predict.Ridge;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The progression of diabetes by two of ten columns. */
final class DiabetesClaims {
  private static final double KEPT = 0.2;
  private static final int FOLDS = 5;

  /** The columns before the products of columns. */
  private static final int PLAIN = 10;

  private DiabetesClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.full(
            "diabetes: two of ten columns by KAN-SI or KAN-KO predict the progression",
            "measured with the reference implementation",
            "R2 >= 0.35, mean of ridge and forest",
            List.of("diabetes"),
            DiabetesClaims::measure));
  }

  private static Measured measure(Run run) {
    Table table = TableFiles.read(Catalogue.of("diabetes").path().orElseThrow());
    List<String> columns = table.columnNames().subList(1, 1 + PLAIN);
    DesignMatrix matrix =
        DesignMatrix.of(
            table, columns, "y", DesignMatrix.Encoding.ONE_HOT, DesignMatrix.Missing.REFUSE);
    Outcomes outcomes = Outcomes.of(table, "y", Outcomes.Task.REGRESSION);
    Folds folds = Folds.deal(outcomes, FOLDS, run.random("folds"));
    Map<Space, double[]> explained = new EnumMap<>(Space.class);
    for (Space space : Space.values()) {
      explained.put(space, new double[Score.values().length]);
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] rows = folds.training(fold);
      Scaling scaling = Scaling.fit(Scaling.Kind.MIN_MAX, matrix, rows);
      Sample training = Sample.of(matrix, outcomes, scaling, rows);
      Sample test = Sample.of(matrix, outcomes, scaling, folds.validation(fold));
      int hidden = 2 * matrix.features() + 1;
      KanTraining network = KanTraining.on(training, hidden, KanConfig.DEFAULTS, run);
      for (Space space : Space.values()) {
        KanConfig config = KanConfig.DEFAULTS.with("space", space);
        for (Score score : Score.values()) {
          // by the training rows: the test rows judge the predictors only
          double[] scores = score.of(network, training, config, run);
          explained.get(space)[score.ordinal()] += quality(training, test, scores, run) / FOLDS;
        }
      }
    }
    double[] paper = explained.get(Space.COEFFICIENTS);
    double[] released = explained.get(Space.CONTRIBUTIONS);
    double least = Math.min(paper[Score.SI.ordinal()], paper[Score.KO.ordinal()]);
    return Measured.of(
            String.format(
                Locale.ROOT,
                "SI %.3f, KO %.3f",
                paper[Score.SI.ordinal()],
                paper[Score.KO.ordinal()]),
            least >= 0.35)
        .noting(
            String.format(
                Locale.ROOT,
                "L1 and L2 of coefficients %.3f, %.3f; of contributions %.3f, %.3f",
                paper[0],
                paper[1],
                released[0],
                released[1]));
  }

  private static double quality(Sample training, Sample test, double[] scores, Run run) {
    int kept = FoldedRanking.kept(KEPT, scores.length);
    int[] chosen =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[b], scores[a]))
            .limit(kept)
            .mapToInt(j -> j)
            .toArray();
    double sum = 0;
    for (Predictor predictor : List.of(new Ridge(), new RandomForest(200))) {
      double[][] outputs = predictor.fit(training.select(chosen), run).outputs(test.select(chosen));
      sum += Quality.of(outputs, test.outcomes());
    }
    return sum / 2;
  }
}
