package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.io.Json;
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
    ObjectNode node = Json.object().put("table", table).put("rows", rows);
    node.put("rareBound", rareBound);
    ArrayNode list = node.putArray("columns");
    for (ColumnProfile column : columns) {
      ObjectNode entry = list.addObject().put("name", column.name()).put("kind", column.kind());
      entry.put("coverage", column.coverage()).put("bytes", column.bytes());
      entry.put("cardinality", column.cardinality()).put("entropy", column.entropy());
      entry.put("most", column.most()).put("mostShare", column.mostShare());
      ObjectNode repeated = entry.putObject("repeated");
      for (int i = 0; i < ColumnProfile.TIMES.size(); i++) {
        repeated.put(Long.toString(ColumnProfile.TIMES.get(i)), column.repeated().get(i));
      }
      entry.put("rare", column.rare());
      entry.set("rareValues", Json.tree(column.rareValues()));
      if (column.numbers() != null) {
        ObjectNode range = entry.putObject("numbers");
        range.put("min", column.numbers().min()).put("max", column.numbers().max());
        range.put("mean", column.numbers().mean()).put("sd", column.numbers().sd());
        range.put("zeros", column.numbers().zeros());
      }
      ArrayNode findings = entry.putArray("findings");
      column.findings().forEach(f -> findings.add(f.name().toLowerCase(Locale.ROOT)));
      entry.put("copyOf", column.copyOf());
    }
    node.set("groups", Json.tree(groups));
    return node;
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
