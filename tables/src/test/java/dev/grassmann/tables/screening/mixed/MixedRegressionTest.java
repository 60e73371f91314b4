package dev.grassmann.tables.screening.mixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedRegressionTest {
  private static final int CLUSTERS = 40;
  private static final int ROWS = 4;

  /** y = 3 + 2 time - dose + random intercept and slope + noise; some clusters far off. */
  private static Table table(int outliers) {
    SplittableRandom random = new SplittableRandom(99);
    int n = CLUSTERS * ROWS;
    double[] time = new double[n];
    double[] dose = new double[n];
    double[] y = new double[n];
    String[] id = new String[n];
    for (int c = 0; c < CLUSTERS; c++) {
      double u = random.nextGaussian();
      double slope = 0.5 * random.nextGaussian();
      for (int i = 0; i < ROWS; i++) {
        int row = c * ROWS + i;
        time[row] = i;
        dose[row] = 100 + 10 * random.nextGaussian();
        id[row] = "c" + c;
        y[row] = 3 + 2 * time[row] - 0.1 * dose[row] + u + slope * i + 0.3 * random.nextGaussian();
        y[row] += c < outliers ? 15 * (i % 2 == 0 ? 1 : -1) : 0;
      }
    }
    return new Table(
        "table",
        List.of(
            numbers("time", time),
            numbers("dose", dose),
            new Column.Text("id", id),
            numbers("y", y)));
  }

  private static Column.Numeric numbers(String name, double... values) {
    return new Column.Numeric(name, values, false);
  }

  private static final Map<String, ?> TERMS =
      Map.of("target", "y", "cluster", "id", "fixed", "time,dose", "random", "time");

  private static MixedFit fit(Table table, Map<String, ?> options) {
    MixedConfig config = MixedConfig.DEFAULTS.with(TERMS).with(options);
    return new MixedRegression().run(table, config, Run.local());
  }

  @Test
  void effectsAreFoundInTheUnitsOfTheColumns() {
    MixedFit fit = fit(table(0), Map.of());
    assertTrue(fit.converged());
    assertEquals(2, fit.effect("time"), 0.3);
    assertEquals(-0.1, fit.effect("dose"), 0.01);
    assertEquals(0.3, fit.deviation(), 0.06);
    assertEquals(1, Math.sqrt(fit.scatter().get(0)), 0.35);
    assertEquals(0.5, Math.sqrt(fit.scatter().get(3)), 0.2);
    for (MixedFit.Effect effect : fit.effects()) {
      double truth = Map.of("(intercept)", 3.0, "time", 2.0, "dose", -0.1).get(effect.name());
      assertTrue(Math.abs(effect.value() - truth) < 3.5 * effect.error(), effect.toString());
    }
  }

  @Test
  void outlyingClustersLoseTheirWeightAndTheEffectsStay() {
    MixedFit fit = fit(table(4), Map.of());
    List<String> least = fit.byWeight().subList(0, 4).stream().map(MixedFit.Group::name).toList();
    assertEquals(List.of("c0", "c1", "c2", "c3"), least.stream().sorted().toList());
    assertTrue(fit.nu() < 5, "" + fit.nu());
    assertTrue(fit.byWeight().get(3).weight() < 0.2 * fit.byWeight().get(10).weight());
    assertTrue(fit.minusLog() < fit.gaussianMinusLog() - 20);
    double off = Math.abs(fit.effect("dose") + 0.1);
    double gaussian =
        fit.effects().stream()
            .filter(e -> e.name().equals("dose"))
            .mapToDouble(e -> Math.abs(e.gaussian() + 0.1))
            .findFirst()
            .orElseThrow();
    assertTrue(off < gaussian, off + " " + gaussian);
    assertEquals(1 + 2 / (fit.nu() + ROWS), fit.groups().get(0).q(), 1e-12);
  }

  @Test
  void aMillionDegreesOfFreedomAreGaussian() {
    MixedFit fit = fit(table(0), Map.of("tails", "fixed", "nu", 1e7));
    for (MixedFit.Effect effect : fit.effects()) {
      assertEquals(effect.gaussian(), effect.value(), 1e-6);
    }
    assertEquals(fit.gaussianMinusLog(), fit.minusLog(), 1e-4);
    MixedFit gaussian = fit(table(0), Map.of("tails", "gaussian"));
    assertEquals(fit.gaussianMinusLog(), gaussian.minusLog(), 1e-9);
    assertTrue(gaussian.headline().startsWith("Gaussian mixed model of y: 40 clusters of id"));
  }

  /** Effects by BFGS on the likelihood, errors by statsmodels 0.15: see make_mixed.py. */
  @Test
  void theGaussianModelIsTheMaximumThatADirectSearchFinds() {
    MixedFit fit =
        new MixedRegression().run(Reference.table(), Reference.config("gaussian"), Run.local());
    for (int j = 0; j < 4; j++) {
      assertEquals(Reference.EFFECTS[j], fit.effects().get(j).value(), 1e-5);
      assertEquals(Reference.ERRORS[j], fit.effects().get(j).error(), 5e-3);
    }
    assertEquals(Reference.LOG_LIKELIHOOD, -fit.minusLog(), 1e-5);
    assertTrue(-fit.minusLog() > Reference.LOG_LIKELIHOOD_OF_STATSMODELS);
    assertEquals(Reference.RESIDUAL_VARIANCE, fit.deviation() * fit.deviation(), 1e-3);
  }

  /** BFGS on the likelihood of the multivariate t: see make_mixed.py. */
  @Test
  void thePowerLawModelIsNoWorseThanADirectSearch() {
    MixedFit fit =
        new MixedRegression().run(Reference.table(), Reference.config("fixed"), Run.local());
    assertEquals(Reference.T_MINUS_LOG, fit.minusLog(), 1e-4);
    for (int j = 0; j < 4; j++) {
      assertEquals(Reference.T_EFFECTS[j], fit.effects().get(j).value(), 1e-3);
    }
  }

  @Test
  void aPenaltyDropsWhatDoesNotMatter() {
    Table plain = table(0);
    List<Column> columns = new ArrayList<>(plain.columns());
    SplittableRandom random = new SplittableRandom(5);
    for (int j = 0; j < 6; j++) {
      double[] noise = random.doubles(CLUSTERS * ROWS, -1, 1).toArray();
      columns.add(numbers("noise" + j, noise));
    }
    for (String penalty : List.of("lasso", "scad", "mcp")) {
      MixedFit fit =
          fit(new Table("table", columns), Map.of("penalty", penalty, "lambda", 0.6, "fixed", ""));
      long zeros =
          fit.effects().stream()
              .filter(e -> e.name().startsWith("noise") && e.value() == 0)
              .count();
      assertTrue(zeros >= 3, penalty + " " + fit.effects());
      assertTrue(fit.effect("time") > 0.5 && fit.effect("dose") < -0.03, penalty + fit.effects());
      assertTrue(fit.converged(), penalty);
    }
  }

  @Test
  void singleRowsMayLoseTheirWeightInstead() {
    Table table = table(0);
    double[] y = ((Column.Numeric) table.column("y")).toArray();
    y[17] += 40;
    List<Column> columns = new ArrayList<>(table.columns().subList(0, 3));
    columns.add(numbers("y", y));
    MixedFit fit = fit(new Table("table", columns), Map.of("level", "row"));
    assertEquals("c4", fit.byWeight().get(0).name());
    assertEquals(-0.1, fit.effect("dose"), 0.02);
    assertEquals(4, fit.nu());
  }

  @Test
  void bothKindsOfStandardErrorsAreThere() {
    MixedFit hessian = fit(table(0), Map.of());
    MixedFit sandwich = fit(table(0), Map.of("errors", "sandwich"));
    for (int j = 0; j < 3; j++) {
      double ratio = sandwich.effects().get(j).error() / hessian.effects().get(j).error();
      assertTrue(ratio > 0.6 && ratio < 1.6 && ratio != 1, j + ": " + ratio);
    }
  }

  @Test
  void filesHoldEffectsAndClusters(@TempDir Path folder) throws Exception {
    fit(table(2), Map.of()).save(RunFolder.at(folder));
    assertEquals(4, Files.readAllLines(folder.resolve("coefficients.csv")).size());
    assertEquals(CLUSTERS + 1, Files.readAllLines(folder.resolve("clusters.csv")).size());
    assertTrue(Files.readString(folder.resolve("model.json")).contains("\"scatter\""));
  }

  private static String refusal(Table table, Map<String, ?> options) {
    InputException refused = assertThrows(InputException.class, () -> fit(table, options));
    return refused.getMessage();
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    Table table = table(0);
    int n = CLUSTERS * ROWS;
    double[] each = new double[n];
    double[] one = new double[n];
    double[] holed = new double[n];
    for (int i = 0; i < n; i++) {
      each[i] = i;
      holed[i] = i == 6 ? Double.NaN : i;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.addAll(List.of(numbers("each", each), numbers("one", one), numbers("holed", holed)));
    Table wide = new Table("table", columns);
    assertEquals(
        "table: random effects not identifiable: every cluster of 'each' has one row; give clusters"
            + " of several rows, and no --random for less",
        refusal(wide, Map.of("cluster", "each")));
    assertEquals(
        "table: column 'one' has one cluster; give at least two",
        refusal(wide, Map.of("cluster", "one")));
    assertEquals(
        "table: fixed effect 'one' has one value; leave it out of --fixed",
        refusal(wide, Map.of("fixed", "one")));
    assertEquals(
        "table row 7: column 'holed' has no value; leave the row out or fill it",
        refusal(wide, Map.of("fixed", "holed")));
    assertEquals(
        "table: target 'id' holds text, not numbers; give a target of numbers",
        refusal(wide, Map.of("target", "id")));
    assertEquals(
        "table: target 'one' has one value in all rows; give a target with at least two values",
        refusal(wide, Map.of("target", "one")));
    assertEquals(
        "--fixed: 'id^2' is a power of categories; name a column of numbers",
        refusal(wide, Map.of("fixed", "id^2")));
    assertEquals(
        "--fixed: 'time^x' has no power from 1 to 9; write e.g. time^2",
        refusal(wide, Map.of("fixed", "time^x")));
    assertEquals("--nu: is 0.4; allowed: 0.5 to 10,000,000", refusal(table, Map.of("nu", 0.4)));
    assertEquals(
        "--lambda: is 0; give one above 0, or --penalty none",
        refusal(table, Map.of("penalty", "scad", "lambda", 0.0)));
  }
}
