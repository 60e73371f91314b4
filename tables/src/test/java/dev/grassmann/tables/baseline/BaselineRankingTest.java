package dev.grassmann.tables.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineRankingTest {
  static List<Method<Table, ? extends Record, FeatureRanking>> methods() {
    return List.of(new Lasso(), new ForestPermutation(), new MutualInformation(), new SvmRfe());
  }

  private static Table table(boolean classes) {
    Sample sample = classes ? Reference.classes() : Reference.numbers();
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < sample.features(); j++) {
      columns.add(new Column.Numeric("x" + j, sample.columns()[j], false));
    }
    columns.add(new Column.Numeric("constant", new double[sample.rows()], false));
    columns.add(
        sample.outcomes() instanceof Outcomes.Classes c
            ? new Column.Categorical("label", c.codes(), c.classes(), -1)
            : new Column.Numeric("label", ((Outcomes.Numbers) sample.outcomes()).values(), false));
    return new Table("reference", columns);
  }

  private static <C extends Record> FeatureRanking run(
      Method<Table, C, FeatureRanking> method, Table table, Map<String, ?> options, Run run) {
    return method.run(table, Options.with(method.defaults(), options), run);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void putsWhatExplainsFirstAndAConstantLast(
      Method<Table, ? extends Record, FeatureRanking> method) {
    for (boolean classes : new boolean[] {true, false}) {
      Map<String, ?> options = method instanceof ForestPermutation ? Map.of("trees", 40) : Map.of();
      FeatureRanking ranking = run(method, table(classes), options, Run.local());
      assertTrue(Set.of("x0", "x5").contains(ranking.order().get(0)), ranking.order().toString());
      assertEquals(0, ranking.score("constant"), 1e-12);
      assertEquals(5, ranking.scores().get(0).batches());
      assertEquals(1, ranking.scores().stream().mapToDouble(FeatureScore::score).sum(), 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theNumberOfThreadsChangesNothing(Method<Table, ? extends Record, FeatureRanking> method) {
    Map<String, ?> options =
        method instanceof ForestPermutation ? Map.of("trees", 8) : Map.of("folds", 3);
    Run alone = Run.local().but().threads(1).build();
    Run many = Run.local().but().threads(7).build();
    assertEquals(run(method, table(true), options, alone), run(method, table(true), options, many));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void refusesAnUnknownTarget(Method<Table, ? extends Record, FeatureRanking> method) {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> run(method, table(true), Map.of("target", "price"), Run.local()));
    assertEquals(
        "reference: there is no column 'price'; columns are x0, x1, x2, x3, x4, x5, x6, constant,"
            + " label",
        refused.getMessage());
  }

  @Test
  void aSquareIsSeenByNeighboursAndForestsButNotByLinearModels() {
    SplittableRandom random = new SplittableRandom(5);
    int rows = 400;
    List<Column> columns = new ArrayList<>();
    double[] x = random.doubles(rows, -1, 1).toArray();
    double[] y = new double[rows];
    for (int row = 0; row < rows; row++) {
      y[row] = x[row] * x[row] + 0.02 * random.nextGaussian();
    }
    columns.add(new Column.Numeric("x", x, false));
    for (int j = 0; j < 6; j++) {
      columns.add(new Column.Numeric("noise" + j, random.doubles(rows, -1, 1).toArray(), false));
    }
    columns.add(new Column.Numeric("label", y, false));
    Table table = new Table("square", columns);
    assertTrue(new MutualInformation().rank(table, "label").score("x") > 0.7);
    assertTrue(
        new ForestPermutation(ForestConfig.DEFAULTS.with("trees", 20))
                .rank(table, "label")
                .score("x")
            > 0.9);
    assertTrue(new Lasso().rank(table, "label").score("x") < 0.5);
  }

  @Test
  void optionsOutsideTheirBoundsAreRefused() {
    assertEquals(
        "--share: is 1; allowed: above 0 to below 1", refusal(new SvmRfe(), Map.of("share", 1.0)));
    assertEquals("--c: is 0; allowed: above 0", refusal(new Lasso(), Map.of("c", 0.0)));
    assertEquals(
        "--neighbours: is 0; allowed: 1 to 1,000",
        refusal(new MutualInformation(), Map.of("neighbours", 0)));
    assertEquals(
        "--trees: is 0; allowed: 1 to 100,000",
        refusal(new ForestPermutation(), Map.of("trees", 0)));
  }

  private static String refusal(
      Method<Table, ? extends Record, FeatureRanking> method, Map<String, ?> options) {
    return assertThrows(InputException.class, () -> run(method, table(true), options, Run.local()))
        .getMessage();
  }
}
