package dev.grassmann.tables.screening.sparse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A path of sparse models and the one that was chosen.
 *
 * @param table what the table is called
 * @param target the column that is explained
 * @param classes names of class 0 and 1 of a logistic model; empty for a linear one
 * @param penalty name of the penalty
 * @param rows of the fit
 * @param features names, by the numbers that the models use
 * @param path all models
 * @param chosen index of the chosen one
 * @param criterion what chose it
 * @param criteria its value for each model, the smaller the better
 * @param spreads standard errors of those, NaN where there are none
 */
public record SparseFit(
    String table,
    String target,
    List<String> classes,
    String penalty,
    int rows,
    List<String> features,
    SparsePath path,
    int chosen,
    String criterion,
    List<Double> criteria,
    List<Double> spreads)
    implements Result {
  private static final int SHOWN = 25;

  public SparseFit {
    classes = List.copyOf(classes);
    features = List.copyOf(features);
    criteria = List.copyOf(criteria);
    spreads = List.copyOf(spreads);
  }

  /** The chosen model. */
  public SparseModel model() {
    return path.models().get(chosen);
  }

  /** The share of the null loss that the chosen model explains: R² of a linear one. */
  public double explained() {
    return 1 - model().fit().loss() / path.nullLoss();
  }

  /** Coefficients of the chosen model, the largest by standard deviation of the column first. */
  List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < model().count(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -Math.abs(model().standardised(i))));
    return order;
  }

  String name(int i) {
    return features.get(model().feature(i));
  }

  @Override
  public String headline() {
    SparseModel model = model();
    if (model.count() == 0) {
      return "No column explains " + target + " well enough to come in.";
    }
    List<Integer> order = order();
    StringBuilder best = new StringBuilder();
    for (int i = 0; i < Math.min(3, order.size()); i++) {
      best.append(i == 0 ? "" : i == Math.min(3, order.size()) - 1 ? " and " : ", ");
      best.append(name(order.get(i)));
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d columns explain %.1f %% of %s of %s, most of it by %s.",
        model.count(),
        features.size(),
        100 * explained(),
        classes.isEmpty() ? "the variance" : "the deviance",
        target,
        best);
  }

  @Override
  public String text() {
    SparseModel model = model();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, lambda %.5g (%s), %,d rows of %s; intercept %.6g%n",
            penalty,
            model.lambda(),
            criterion,
            rows,
            table,
            model.intercept()));
    if (!classes.isEmpty()) {
      text.append("coefficients of the log odds of ").append(classes.get(1)).append('\n');
    }
    text.append(String.format(Locale.ROOT, "%14s %14s  feature%n", "coefficient", "by deviation"));
    for (int i : order().subList(0, Math.min(SHOWN, model.count()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%14.6g %14.6g  %s%n",
              model.coefficient(i),
              model.standardised(i),
              name(i)));
    }
    if (model.count() > SHOWN) {
      text.append(String.format(Locale.ROOT, "and %,d more%n", model.count() - SHOWN));
    }
    SparseModel.Fit fit = model.fit();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d iterations, conditions of optimality within %.1e, %,d columns held%n",
            fit.iterations(),
            fit.residual(),
            fit.considered()));
    return text.toString();
  }

  @Override
  public JsonNode json() {
    return new SparseFiles(this).json();
  }

  /** Writes {@code model.json}, {@code coefficients.csv}, {@code path.csv}, {@code paths.csv}. */
  @Override
  public void save(RunFolder folder) {
    new SparseFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new SparsePictures(this).addTo(report);
  }
}
