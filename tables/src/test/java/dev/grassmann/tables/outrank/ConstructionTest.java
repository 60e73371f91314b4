package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Features that are made of columns. */
class ConstructionTest {
  private static Map<String, FeatureScore> rank(Table table, Map<String, ?> options) {
    OutRankConfig config = OutRankConfig.DEFAULTS.with(options).with("target", "y");
    FeatureRanking ranking = new OutRank().run(table, config, Run.local());
    Map<String, FeatureScore> scores = new HashMap<>();
    ranking.scores().forEach(score -> scores.put(score.feature(), score));
    return scores;
  }

  private static Column.Numeric transformed(Transforms set, String name, double... numbers) {
    Column.Numeric x = new Column.Numeric("x", numbers, false);
    return set.list().stream()
        .map(transform -> transform.of(x))
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSetsHaveTheSizesOfTheReference() {
    assertEquals(4, Transforms.MINIMAL.list().size());
    assertEquals(10, Transforms.DEFAULT.list().size());
    assertEquals(27, Transforms.EXTENDED.list().size());
    assertEquals(108, Transforms.EXTENDED_ROUNDED.list().size());
    assertEquals(167, Transforms.VERBOSE.list().size());
    assertEquals(138, Transforms.FW.list().size());
    for (Transforms set : Transforms.values()) {
      List<String> names = set.list().stream().map(transform -> transform.name("x")).toList();
      assertEquals(names.size(), names.stream().distinct().count(), set.name());
    }
  }

  @Test
  void transformsComputeWhatTheirNamesSay() {
    assertEquals(3, transformed(Transforms.MINIMAL, "sqrt(x)", 9).number(0));
    assertTrue(transformed(Transforms.MINIMAL, "sqrt(x)", -9).isMissing(0));
    assertEquals(3, transformed(Transforms.MINIMAL, "sqrt(|x|)", -9).number(0));
    assertEquals(110, transformed(Transforms.DEFAULT, "round(100*log(x+1))", 2).number(0));
    assertEquals(1, transformed(Transforms.DEFAULT, "round(x/max)", 3, 4, Double.NaN).number(0));
    assertEquals(-Math.log(2), transformed(Transforms.DEFAULT, "sign(x)*log(|x|)", -2).number(0));
    assertTrue(transformed(Transforms.DEFAULT, "x!=0", Double.NaN).isMissing(0));
    assertEquals(0.25, transformed(Transforms.EXTENDED, "minmax(x)", 3, 2, 6).number(0));
    assertEquals(1, transformed(Transforms.EXTENDED, "standard(x)", 3, 1).number(0));
  }

  @Test
  void aThresholdLeavesWhatIsBelowAndRoundsWhatIsAbove() {
    Column.Numeric root = transformed(Transforms.FW, "sqrt(x>4.0)*10", 3, 4, 6, Double.NaN);
    assertEquals(3, root.number(0));
    assertEquals(0, root.number(1));
    assertEquals(14, root.number(2), "10 sqrt(2) = 14.14");
    assertTrue(root.isMissing(3));
    Column.Numeric log = transformed(Transforms.FW, "log(x>0.04)*100", 1.04);
    assertEquals(0, log.number(0), 1e-12);
  }

  @Test
  void derivedColumnsThatSayTooLittleAreLeftOut() {
    // sqrt of whole squares keeps all values; of mostly negative numbers it is mostly missing
    Table table =
        Fixtures.table(
            Fixtures.whole("x", 100, i -> i % 10 * (i % 10)),
            Fixtures.whole("minus", 100, i -> i % 10 < 8 ? -1 - i % 10 : i % 10),
            Fixtures.whole("y", 100, i -> i % 2));
    Map<String, FeatureScore> scores = rank(table, Map.of("transforms", "minimal"));
    assertEquals(10, scores.get("sqrt(x)").values());
    assertEquals(FeatureScore.Role.DERIVED, scores.get("sqrt(x)").role());
    assertFalse(scores.containsKey("sqrt(minus)"), "80 % missing");
    assertTrue(scores.containsKey("sqrt(|minus|)"));
  }

  @Test
  void aColumnOfSeveralValuesBecomesOneAValue() {
    String[] tags = {"news-sport", "sport", "news,film", "", "{}"};
    Table table =
        Fixtures.table(Fixtures.texts("tags", tags), Fixtures.texts("y", "1", "1", "0", "0", "0"));
    Map<String, FeatureScore> scores = rank(table, Map.of("explode", "tags"));
    assertEquals(4, scores.size());
    assertEquals(40, scores.get("tags has sport").coverage());
    assertEquals(20, scores.get("tags has film").coverage());
    double label = -0.4 * Math.log(0.4) - 0.6 * Math.log(0.6);
    assertEquals(label, scores.get("tags has sport").score(), 1e-12);
  }

  @Test
  void subfeaturesSplitAColumnByAnother() {
    Table table =
        Fixtures.table(
            Fixtures.texts("a", "p", "q", "p", "q"),
            Fixtures.texts("b", "s", "s", "t", "t"),
            Fixtures.texts("y", "0", "1", "1", "1"));
    Map<String, FeatureScore> one = rank(table, Map.of("subfeatures", "a->b"));
    assertEquals(4, one.size());
    assertEquals(3, one.get("a where b=s").values());
    assertEquals(50, one.get("a where b=s").coverage());
    Map<String, FeatureScore> both = rank(table, Map.of("subfeatures", "a<->b"));
    assertEquals(6, both.size());
    double label = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
    assertEquals(label, both.get("a=p and b=s").score(), 1e-12, "the same partition as y");
  }

  @Test
  void numbersAreNumberedTheSameWhicheverWay() {
    double[] numbers = IntStream.range(0, 500).mapToDouble(i -> (i * i) % 97).toArray();
    double[] halves = Arrays.stream(numbers).map(x -> x + 0.5).toArray();
    double[] far = Arrays.stream(numbers).map(x -> x * 1e6).toArray();
    Encoder encoder = new Encoder(Rows.all(500), List.of(), false);
    Encoder inOrder = new Encoder(Rows.all(500), List.of(), true);
    Codes expected = codes(encoder, numbers);
    assertEquals(expected, codes(encoder, halves));
    assertEquals(expected, codes(encoder, far));
    assertEquals(codes(inOrder, numbers), codes(inOrder, halves));
    assertEquals(codes(inOrder, numbers), codes(inOrder, far));
    assertEquals(1, codes(encoder, 0.0, -0.0).values());
    assertEquals(2, codes(encoder, 0.0, -0.0, 0.5).values());
  }

  private static Codes codes(Encoder encoder, double... numbers) {
    Column column = new Column.Numeric("x", Arrays.copyOf(numbers, 500), false);
    return encoder.feature(column, FeatureScore.Role.COLUMN, 0).codes();
  }

  @Test
  void aColumnOfNothingButMissingNumbersIsOneValue() {
    Encoder encoder = new Encoder(Rows.all(3), List.of(), false);
    double nan = Double.NaN;
    Feature feature =
        encoder.feature(
            new Column.Numeric("x", new double[] {nan, nan, nan}, true),
            FeatureScore.Role.COLUMN,
            0);
    assertEquals(1, feature.codes().values());
    assertEquals(0, feature.coverage());
  }
}
