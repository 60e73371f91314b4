package dev.grassmann.cli.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepOptionTest {
  @TempDir private Path folder;

  @Test
  void aNumberAShareAFileOrBoth() {
    assertEquals(new KeepOption(20, 0, null), KeepOption.parse("20"));
    assertEquals(new KeepOption(3, 0, null), KeepOption.parse("3:"));
    assertEquals(new KeepOption(0, 0.2, null), KeepOption.parse("0.2"));
    assertEquals(new KeepOption(0, 1, null), KeepOption.parse("1.0"));
    assertEquals(new KeepOption(0, 0, Path.of("a/b.parquet")), KeepOption.parse("a/b.parquet"));
    assertEquals(new KeepOption(0, 0, Path.of("5.csv")), KeepOption.parse("5.csv"));
    assertEquals(new KeepOption(7, 0, Path.of("b.CSV")), KeepOption.parse("7:b.CSV"));
    assertEquals(new KeepOption(0, .5, Path.of("b.csv")), KeepOption.parse(".5:b.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0.0", "1.5", "-3", "abc", "3:abc", "b.xlsx", "1.2.3", "99999999999"})
  void anythingElseIsRefusedWithWhatIsAllowed(String text) {
    assertEquals(
        "--keep is '"
            + text
            + "'; give a number of columns from 1, a share above 0 and up to 1.0, 'chosen', a file"
            + " that ends with .csv or .parquet, or both as 20:best.parquet",
        assertThrows(InputException.class, () -> KeepOption.parse(text)).getMessage());
  }

  private Path source() throws IOException {
    return Files.writeString(
        folder.resolve("in.csv"), "zip,a,label,b\n00501,1.50,x,1\n10001,2,y,2\n00501,NA,x,3\n");
  }

  private static FeatureRanking ranking(FeatureScore... scores) {
    return new FeatureRanking("made up", "score", "", "label", "in.csv", 3, List.of(scores));
  }

  private List<String> lines(KeepOption keep, FeatureRanking ranking) throws IOException {
    Path source = source();
    keep.write(
        new OutRank(),
        OutRankConfig.DEFAULTS,
        TableFiles.read(source),
        ranking,
        source,
        RunFolder.at(folder.resolve("run")));
    return Files.readAllLines(folder.resolve("run/kept.csv"));
  }

  @Test
  void theTargetStandsFirstThenTheBestAndValuesStayAsTheyAreWritten() throws IOException {
    FeatureRanking ranking =
        ranking(FeatureScore.of("zip", 3), FeatureScore.of("b", 1), FeatureScore.of("a", 2));
    assertEquals(
        List.of("label,zip,a", "x,00501,1.50", "y,10001,2", "x,00501,NA"),
        lines(KeepOption.parse("2"), ranking));
  }

  @Test
  void aShareIsRoundedUp() throws IOException {
    FeatureRanking ranking =
        ranking(FeatureScore.of("zip", 3), FeatureScore.of("b", 1), FeatureScore.of("a", 2));
    assertEquals("label,zip,a", lines(KeepOption.parse("0.5"), ranking).get(0));
  }

  @Test
  void whatAMethodChoosesIsTakenWhole() throws IOException {
    FeatureRanking scored =
        ranking(FeatureScore.of("zip", 3), FeatureScore.of("b", 1), FeatureScore.of("a", 2));
    FeatureRanking chosen =
        new FeatureRanking(
            "made up",
            "score",
            "",
            "label",
            "in.csv",
            3,
            scored.scores(),
            0,
            List.of(),
            List.of("b", "zip"),
            Map.of());
    assertEquals("label,b,zip", lines(KeepOption.parse("chosen"), chosen).get(0));
  }

  @Test
  void aFileAloneTakesWhatScoresAboveTheMeanAndEveryControl() throws IOException {
    FeatureScore control = new FeatureScore("CONTROL noise", Role.CONTROL, 2.5, 0, 1, 0, 100);
    Path target = folder.resolve("best.csv");
    KeepOption keep = KeepOption.parse(target.toString());
    Path source = source();
    FeatureRanking plain =
        ranking(FeatureScore.of("zip", 3), FeatureScore.of("b", 1), FeatureScore.of("a", 2.4));
    FeatureRanking controlled =
        ranking(
            FeatureScore.of("zip", 3), FeatureScore.of("b", 1), FeatureScore.of("a", 2.4), control);
    Table table = TableFiles.read(source);
    RunFolder run = RunFolder.at(folder.resolve("run"));
    String said = keep.write(new OutRank(), OutRankConfig.DEFAULTS, table, plain, source, run);
    assertEquals("Kept: 2 of 3 features and the target, in " + target, said);
    assertEquals("label,zip,a", Files.readAllLines(target).get(0));
    keep.write(new OutRank(), OutRankConfig.DEFAULTS, table, controlled, source, run);
    assertEquals("label,zip", Files.readAllLines(target).get(0));
  }

  @Test
  void featuresThatAreNoColumnsAreBuilt() throws IOException {
    OutRankConfig config = OutRankConfig.DEFAULTS.with("order", 2);
    Path source = source();
    Table table = TableFiles.read(source);
    FeatureRanking ranking =
        ranking(
            new FeatureScore("zip AND b", Role.COMBINATION, 1, 0, 1, 3, 100),
            FeatureScore.of("a", 0.5));
    KeepOption.parse("1")
        .write(new OutRank(), config, table, ranking, source, RunFolder.at(folder.resolve("run")));
    List<String> lines = Files.readAllLines(folder.resolve("run/kept.csv"));
    assertEquals("label,zip AND b", lines.get(0));
    assertTrue(lines.get(1).startsWith("x,"), lines.get(1));
  }
}
