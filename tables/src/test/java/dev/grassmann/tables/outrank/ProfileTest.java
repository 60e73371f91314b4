package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.ColumnProfile;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.result.RowProfile;
import dev.grassmann.core.result.TableProfile;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final int ROWS = 100;

  private static Table broken() {
    String[] ids = IntStream.range(0, ROWS).mapToObj(i -> "u" + i).toArray(String[]::new);
    String[] other = IntStream.range(0, ROWS).mapToObj(i -> "v" + i).toArray(String[]::new);
    String[] holes = new String[ROWS];
    holes[3] = "x";
    holes[4] = "x";
    String[] braces =
        IntStream.range(0, ROWS).mapToObj(i -> i % 4 == 0 ? "{}" : "é").toArray(String[]::new);
    String[] renamed =
        IntStream.range(0, ROWS).mapToObj(i -> "hour " + i % 24).toArray(String[]::new);
    return Fixtures.table(
        Fixtures.texts("id", ids),
        Fixtures.texts("other id", other),
        Fixtures.texts("same id", ids.clone()),
        Fixtures.whole("hour", ROWS, i -> i % 24),
        Fixtures.texts("hour text", renamed),
        Fixtures.whole("one", ROWS, i -> 7),
        Fixtures.texts("nothing", new String[ROWS]),
        Fixtures.texts("holes", holes),
        Fixtures.texts("braces", braces),
        Fixtures.numbers("measured", IntStream.range(0, ROWS).mapToDouble(i -> i / 8.0).toArray()));
  }

  @Test
  void whatIsBrokenIsFound() {
    TableProfile profile = new Profile().of(broken());
    assertEquals(List.of("nothing"), profile.with(Finding.EMPTY));
    assertEquals(List.of("one"), profile.with(Finding.CONSTANT));
    assertEquals(List.of("id", "other id", "same id"), profile.with(Finding.IDENTIFIER));
    assertEquals(List.of("same id", "hour text"), profile.with(Finding.COPY));
    assertEquals("id", profile.column("same id").copyOf());
    assertEquals("hour", profile.column("hour text").copyOf());
    assertEquals(List.of("holes"), profile.with(Finding.SPARSE));
    assertEquals(
        "table has 100 rows and 10 columns: 1 empty column, 1 constant, 3 identifiers, 2 copies of"
            + " other columns, 1 column less than half filled.",
        profile.headline());
  }

  @Test
  void figuresOfAColumnAreCounted() {
    TableProfile profile = new Profile().of(broken());
    ColumnProfile braces = profile.column("braces");
    assertEquals(75, braces.coverage());
    assertEquals(2, braces.bytes(), "two braces, and é takes two bytes");
    assertEquals(2, braces.cardinality());
    assertEquals(-0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), braces.entropy(), 1e-12);
    assertEquals("é", braces.most());
    assertEquals(75, braces.mostShare());
    assertEquals(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L), braces.repeated());
    assertEquals(0, braces.rare());
    ColumnProfile ids = profile.column("id");
    assertEquals(100, ids.rare());
    assertEquals(100, ids.rareShare());
    assertEquals(new ColumnProfile.Rare("u0", 1), ids.rareValues().get(0));
    ColumnProfile.Range range = profile.column("measured").numbers();
    assertEquals(0, range.min());
    assertEquals(99 / 8.0, range.max());
    assertEquals(99 / 16.0, range.mean(), 1e-12);
    assertEquals(Math.sqrt(100 * 101 / 12.0) / 8, range.sd(), 1e-12);
    assertEquals(1, range.zeros());
    assertNull(profile.column("nothing").numbers());
    assertEquals(2, profile.column("holes").cardinality(), "missing is a value of its own");
  }

  @Test
  void rowsAreSummedUpByTheValuesOfTheTarget() {
    String longText = "ab".repeat(50);
    Table table =
        Fixtures.table(
            Fixtures.texts("a", "", "{}", "0", longText),
            Fixtures.texts("b", null, "x", "0", "aabb"),
            Fixtures.texts("y", "p", "p", "p", "q"));
    ProfileConfig config = Options.with(ProfileConfig.DEFAULTS, "target", "y");
    TableProfile profile = new Profile().run(table, config, Run.local());
    RowProfile p = profile.groups().get(0);
    assertEquals("p", p.group());
    assertEquals(3, p.rows());
    assertEquals(100.0 * 2 / 9, p.empty(), 1e-9);
    assertEquals(100.0 * 1 / 9, p.braces(), 1e-9);
    assertEquals(100.0 * 2 / 9, p.zero(), 1e-9);
    assertEquals(1L, p.emptyHistogram().get(13), "row 1: two of three fields are empty");
    RowProfile q = profile.groups().get(1);
    assertEquals(2.0, q.entropy(), 1e-5, "a and b alike often, twice: one bit each");
    double third = 100.0 / 3;
    assertEquals(List.of(third, third, 0.0, 0.0, 0.0), q.longer(), "100 is not more than 100");
  }

  @Test
  void aTargetOfTooManyValuesIsRefused() {
    Table table = Fixtures.table(Fixtures.whole("id", 1_001, i -> i));
    ProfileConfig config = Options.with(ProfileConfig.DEFAULTS, "target", "id");
    InputException refused =
        assertThrows(InputException.class, () -> new Profile().run(table, config, Run.local()));
    assertEquals(
        "--target: 'id' has 1,001 values; rows can be grouped by at most 1,000 values",
        refused.getMessage());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Table table = broken();
    TableProfile one =
        new Profile().run(table, ProfileConfig.DEFAULTS, Run.builder().threads(1).build());
    TableProfile three =
        new Profile().run(table, ProfileConfig.DEFAULTS, Run.builder().threads(3).build());
    assertEquals(one, three);
  }

  @Test
  void textPutsTheBrokenColumnsFirst() {
    List<String> lines = new Profile().of(broken()).text().lines().toList();
    assertEquals("column      coverage    values      rare   bytes", lines.get(0));
    assertEquals("id           100.0 %       100       100     2.9  identifier", lines.get(1));
    assertEquals(
        "same id      100.0 %       100       100     2.9  identifier, copy of id", lines.get(3));
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("0.00000 to 12.3750, mean 6.18750")));
  }

  @Test
  void filesAndReportHoldEveryColumn(@TempDir Path folder) throws IOException {
    TableProfile profile = new Profile().of(broken());
    profile.save(RunFolder.at(folder));
    assertEquals(11, Files.readAllLines(folder.resolve("profile.csv")).size());
    assertEquals(401, Files.readAllLines(folder.resolve("rare.csv")).size());
    assertEquals(2, Files.readAllLines(folder.resolve("rows.csv")).size());
    assertEquals(10, profile.json().get("columns").size());
    Report report = new Report("profile");
    profile.describe(report);
    assertTrue(report.html().startsWith("<!doctype html>"));
  }

  @Test
  void aSavedProfileIsReadBackAsItWas() {
    Table table = broken();
    TableProfile profile =
        new Profile()
            .run(
                table,
                new ProfileConfig(table.columnNames().get(0), List.of("", "{}"), 2, 5, 0.95),
                Run.local());
    assertEquals(profile, TableProfile.of(Json.parse(Json.line(profile.json()), "test")));
    double[] wild = {Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY};
    TableProfile infinite = new Profile().of(Fixtures.table(Fixtures.numbers("x", wild)));
    assertEquals(infinite, TableProfile.of(Json.parse(Json.line(infinite.json()), "test")));
    InputException refused =
        assertThrows(
            InputException.class, () -> TableProfile.of(Json.parse("{\"table\": \"a\"}", "test")));
    assertEquals(
        "a saved profile: has no field 'rows'; give a profile.json of a run", refused.getMessage());
  }
}
