package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.SideMeasure;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sparse regression as a ranking of columns: the score of a column is the size of its coefficient
 * by one standard deviation in the chosen model, summed over its values where it holds categories.
 * Beside it stands when the column came in: its largest lambda, as a share of the path's.
 */
final class SparseRanking {
  private SparseRanking() {}

  static FeatureRanking rank(Table table, SparseConfig config, String method, Run run) {
    Options.check(config);
    Responses responses = Responses.of(table, config);
    DesignMatrix matrix = SparseRegression.matrix(table, config);
    SparseFit fit = SparseRegression.fit(table, matrix, responses, config, run);
    run.folder().ifPresent(fit::save);

    double[] sizes = new double[matrix.features()];
    for (int i = 0; i < fit.model().count(); i++) {
      sizes[fit.model().feature(i)] = Math.abs(fit.model().standardised(i));
    }
    double[] scores = matrix.bySource(sizes);
    double[] entries = entries(fit, matrix);
    List<FeatureScore> features = new ArrayList<>();
    Map<String, Double> entered = new LinkedHashMap<>();
    for (int s = 0; s < scores.length; s++) {
      String name = matrix.sources().get(s);
      features.add(FeatureScore.of(name, scores[s]));
      entered.put(name, entries[s]);
    }
    FeatureRanking plain =
        new FeatureRanking(
            method,
            "|coefficient| by deviation",
            "",
            config.target(),
            table.name(),
            table.rows(),
            features);
    List<String> kept =
        plain.scores().stream().filter(s -> s.score() > 0).map(FeatureScore::feature).toList();
    FeatureRanking ranking =
        new FeatureRanking(
            plain.method(),
            plain.measure(),
            plain.unit(),
            plain.target(),
            plain.table(),
            plain.rows(),
            plain.scores(),
            plain.ceiling(),
            List.of(),
            kept,
            Map.of(),
            List.of(new SideMeasure("enters at lambda / largest lambda", entered)));
    run.warn(
        String.format(
            Locale.ROOT,
            "the chosen model has %,d columns, of lambda %.4g (%s)",
            kept.size(),
            fit.model().lambda(),
            fit.criterion()));
    return ranking;
  }

  /** By source, the first lambda of the path at which a feature of it is in, over the largest. */
  private static double[] entries(SparseFit fit, DesignMatrix matrix) {
    double[] entries = new double[matrix.sources().size()];
    for (SparseModel model : fit.path().models()) {
      for (int i = 0; i < model.count(); i++) {
        int source = matrix.source(model.feature(i));
        entries[source] = Math.max(entries[source], model.lambda() / fit.path().lambdaMax());
      }
    }
    return entries;
  }
}
