package dev.grassmann.tables.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MiScreeningTest {
  private static final int ROWS = 400;
  private static final double[] X = Samples.normal(ROWS, 11);
  private static final double[] E = Samples.normal(ROWS, 12);
  private static final double[] H = Samples.normal(ROWS, 14);

  /** A parabola, its copy with a little noise, a line half hidden, and noise. */
  private static Table table() {
    return Samples.table(
        Samples.numbers("bent", ROWS, i -> X[i]),
        Samples.numbers("copy", ROWS, i -> X[i] + 0.05 * E[(i + 7) % ROWS]),
        Samples.noise("noise", ROWS, 13),
        Samples.numbers("line", ROWS, i -> E[i] + 1.3 * H[i]),
        Samples.noise("noise2", ROWS, 15),
        Samples.numbers("constant", ROWS, i -> 7),
        Samples.numbers("y", ROWS, i -> X[i] * X[i] + 0.7 * E[i]));
  }

  private static FeatureRanking run(Table table, Map<String, ?> options, Run run) {
    return new MiScreening().run(table, MiScreeningConfig.DEFAULTS.with(options), run);
  }

  @ParameterizedTest
  @EnumSource(
      value = Estimator.class,
      names = {"FFT_KDE", "KNN", "BINS"})
  void informationSeesTheParabolaThatCorrelationMisses(Estimator estimator) {
    FeatureRanking ranking =
        run(table(), Map.of("target", "y", "estimator", estimator), Run.local());
    assertEquals(List.of("bent", "copy"), ranking.top(2).stream().sorted().toList());
    assertEquals(Math.abs(PearsonMeasure.correlation(X, target())), line(ranking, "bent"), 1e-12);
    assertTrue(line(ranking, "bent") < line(ranking, "line"));
    FeatureRanking lines = run(table(), Map.of("target", "y", "estimator", "pearson"), Run.local());
    assertEquals("line", lines.order().get(0));
    assertTrue(lines.beside().isEmpty());
  }

  private static double line(FeatureRanking ranking, String feature) {
    return ranking.beside().get(0).values().get(feature);
  }

  private static double[] target() {
    double[] y = new double[ROWS];
    Arrays.setAll(y, i -> X[i] * X[i] + 0.7 * E[i]);
    return y;
  }

  @Test
  void aConstantColumnScoresNothingAndIsNamed() {
    Run run = Run.local();
    FeatureRanking ranking = run(table(), Map.of("target", "y"), run);
    assertEquals(0, ranking.score("constant"));
    assertEquals(
        List.of("one value where the target has any, so that the score is 0: constant"),
        run.warnings());
    assertFalse(ranking.selection().contains("constant"));
  }

  @Test
  void rowsWithoutAValueAreLeftOutForTheirColumnOnly() {
    Column holed = Samples.numbers("bent", ROWS, i -> i % 10 == 0 ? Double.NaN : X[i]);
    Column target =
        Samples.numbers("y", ROWS, i -> i % 7 == 0 ? Double.NaN : X[i] * X[i] + 0.7 * E[i]);
    FeatureRanking ranking =
        run(
            Samples.table(holed, Samples.noise("noise", ROWS, 13), target),
            Map.of("target", "y"),
            Run.local());
    int[] both =
        java.util.stream.IntStream.range(0, ROWS).filter(i -> i % 10 > 0 && i % 7 > 0).toArray();
    Numbers x = Numbers.of(Arrays.stream(both).mapToDouble(i -> X[i]).toArray());
    Numbers y = Numbers.of(Arrays.stream(both).mapToDouble(i -> target()[i]).toArray());
    double expected =
        new KdeMeasure(KdeKernel.EPA, Bandwidth.SILVERMAN, 1, 300, 500).ofNumbers(x, y);
    assertEquals(expected, ranking.score("bent"), 1e-12);
    FeatureScore score = ranking.scores().get(0);
    assertEquals(100.0 * both.length / ROWS, score.coverage(), 1e-9);
  }

  @Test
  void clumpingKeepsOneOfTwoCopies() {
    FeatureRanking ranking =
        run(table(), Map.of("target", "y", "clump", 0.6, "top", 3), Run.local());
    assertEquals(3, ranking.selection().size());
    assertEquals(1, ranking.selection().stream().filter(List.of("bent", "copy")::contains).count());
    assertEquals(1, ranking.pairs().size());
    assertEquals(ranking.selection().get(0), ranking.pairs().get(0).first());
    assertTrue(ranking.pairs().get(0).score() > 0.6);
  }

  @Test
  void whatIsKeptIsTheTopAboveTheThresholdOrRowsOverTheirLogarithm() {
    assertEquals(2, run(table(), Map.of("target", "y", "top", 2), Run.local()).selection().size());
    FeatureRanking bound = run(table(), Map.of("target", "y", "threshold", 0.2), Run.local());
    assertEquals(
        bound.scores().stream().filter(s -> s.score() >= 0.2).count(), bound.selection().size());
    Column[] many = new Column[90];
    for (int j = 0; j < 89; j++) {
      many[j] = Samples.noise("n" + j, ROWS, 100 + j);
    }
    many[89] = Samples.numbers("y", ROWS, i -> X[i]);
    FeatureRanking customary =
        run(Samples.table(many), Map.of("target", "y", "estimator", "pearson"), Run.local());
    assertEquals((int) (ROWS / Math.log(ROWS)), customary.selection().size()); // 66
  }

  @Test
  void controlsShowWhatColumnsScoreWithoutTheTarget() {
    FeatureRanking ranking = run(table(), Map.of("target", "y", "controls", 20), Run.local());
    List<FeatureScore> controls =
        ranking.scores().stream().filter(s -> s.role() == Role.CONTROL).toList();
    assertEquals(20, controls.size());
    double most = controls.stream().mapToDouble(FeatureScore::score).max().orElseThrow();
    assertTrue(ranking.score("bent") > 3 * most, ranking.score("bent") + " beside " + most);
    assertFalse(ranking.selection().stream().anyMatch(name -> name.startsWith("control")));
  }

  @Test
  void scalesTurnIntoEachOther() {
    double nats = run(table(), Map.of("target", "y"), Run.local()).score("bent");
    FeatureRanking linfoot = run(table(), Map.of("target", "y", "scale", "linfoot"), Run.local());
    assertEquals(Math.sqrt(1 - Math.exp(-2 * nats)), linfoot.score("bent"), 1e-12);
    assertEquals("", linfoot.unit());
    FeatureRanking r =
        run(table(), Map.of("target", "y", "estimator", "pearson", "scale", "nats"), Run.local());
    double line =
        run(table(), Map.of("target", "y", "estimator", "pearson"), Run.local()).score("line");
    assertEquals(-0.5 * Math.log(1 - line * line), r.score("line"), 1e-12);
  }

  /** Text against classes, text against numbers, three numbers against both. */
  @Test
  void columnsOfCategoriesAreScoredTooWhateverTheTarget() {
    String[] colours = new String[ROWS];
    String[] wide = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      colours[i] = X[i] > 0.5 ? "red" : i % 50 == 3 ? null : "blue";
      wide[i] = i % 2 == 0 ? "even" : "odd";
    }
    Table table =
        Samples.table(
            new Column.Text("colour", colours),
            new Column.Text("parity", wide),
            Samples.numbers("dose", ROWS, i -> X[i] > 1 ? 2 : X[i] > 0 ? 1 : 0),
            Samples.numbers("number", ROWS, i -> X[i]),
            Samples.numbers("class", ROWS, i -> X[i] > 0.5 ? 1 : 0));
    for (Estimator estimator : Estimator.values()) {
      FeatureRanking number =
          run(table, Map.of("target", "number", "estimator", estimator), Run.local());
      FeatureRanking classes =
          run(table, Map.of("target", "class", "estimator", estimator), Run.local());
      assertEquals("parity", number.order().get(3), estimator.name());
      assertEquals("parity", classes.order().get(3), estimator.name());
      assertTrue(number.score("dose") > 0.3 && number.score("colour") > 0.3, estimator.name());
    }
    double entropy = PlugIn.nats(classes(colours), 2, classes(colours), 2);
    FeatureRanking classes = run(table, Map.of("target", "class"), Run.local());
    assertEquals(entropy, classes.score("colour"), 1e-12); // it is the class, where it is known
  }

  private static int[] classes(String[] colours) {
    return Arrays.stream(colours)
        .filter(c -> c != null)
        .mapToInt(c -> c.equals("red") ? 1 : 0)
        .toArray();
  }

  @Test
  void threadsChangeNothing() {
    for (Estimator estimator : Estimator.values()) {
      Map<String, ?> options = Map.of("target", "y", "estimator", estimator, "controls", 3);
      FeatureRanking one = run(table(), options, Run.builder().threads(1).build());
      FeatureRanking four = run(table(), options, Run.builder().threads(4).build());
      assertEquals(one, four, estimator.name());
    }
  }

  @Test
  void oneColumnAtATimeScoresAsTheTableDoes() {
    MiScreeningConfig config = MiScreeningConfig.DEFAULTS.with("target", "y");
    FeatureRanking ranking = run(table(), Map.of("target", "y"), Run.local());
    ColumnScorer scorer = new ColumnScorer(config, table().column("y"), 0);
    for (String name : List.of("bent", "noise", "constant")) {
      assertEquals(ranking.score(name), scorer.score(table().column(name)), name);
    }
  }

  @Test
  void whatIsKeptIsATable() {
    FeatureRanking ranking = run(table(), Map.of("target", "y", "top", 2), Run.local());
    Table kept = MiScreening.kept(table(), ranking);
    assertEquals(ROWS, kept.rows());
    assertEquals("y", kept.columnNames().get(0));
    assertEquals(
        List.of("bent", "copy"), kept.columnNames().subList(1, 3).stream().sorted().toList());
  }
}
