package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The data quality of a table.
 *
 * @param table what the table is called
 * @param rows how many rows
 * @param rareBound a value is rare when it occurs at most this often
 * @param columns in the table's order
 * @param groups what its rows look like, by value of the target, the largest group first
 */
public record TableProfile(
    String table, long rows, int rareBound, List<ColumnProfile> columns, List<RowProfile> groups)
    implements Result {

  public TableProfile {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }

  /**
   * A profile that was saved.
   *
   * @param json what {@link #json()} gave, or a run's {@code profile.json}
   * @throws InputException where it is none
   */
  public static TableProfile of(JsonNode json) {
    return ProfileJson.read(json);
  }

  /** The profile of a column; null where there is none of this name. */
  public ColumnProfile column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }

  /** Names of the columns with this finding. */
  public List<String> with(Finding finding) {
    return columns.stream()
        .filter(c -> c.findings().contains(finding))
        .map(ColumnProfile::name)
        .toList();
  }

  @Override
  public String headline() {
    List<String> parts = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      int count = with(finding).size();
      if (count > 0) {
        parts.add(String.format(Locale.ROOT, "%,d %s", count, noun(finding, count)));
      }
    }
    String found = parts.isEmpty() ? "nothing looks broken" : String.join(", ", parts);
    return String.format(
        Locale.ROOT,
        "%s has %,d rows and %,d column%s: %s.",
        table,
        rows,
        columns.size(),
        columns.size() == 1 ? "" : "s",
        found);
  }

  private static String noun(Finding finding, int count) {
    boolean one = count == 1;
    return switch (finding) {
      case EMPTY -> one ? "empty column" : "empty columns";
      case CONSTANT -> one ? "constant" : "constants";
      case IDENTIFIER -> one ? "identifier" : "identifiers";
      case COPY -> one ? "copy of another column" : "copies of other columns";
      case SPARSE -> one ? "column less than half filled" : "columns less than half filled";
    };
  }

  @Override
  public String text() {
    return new ProfileText(this).toString();
  }

  @Override
  public JsonNode json() {
    return ProfileJson.write(this);
  }

  /** Writes {@code profile.json}, {@code profile.csv}, {@code rare.csv} and {@code rows.csv}. */
  @Override
  public void save(RunFolder folder) {
    new ProfileFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new ProfilePictures(this).addTo(report);
  }
}
