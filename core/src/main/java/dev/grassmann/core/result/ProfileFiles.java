package dev.grassmann.core.result;

import dev.grassmann.core.io.CsvText;
import dev.grassmann.core.run.RunFolder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A profile as files: JSON for programs, CSV for spreadsheets. */
record ProfileFiles(TableProfile profile) {
  void write(RunFolder folder) {
    folder.writeJson("profile.json", profile.json());
    folder.writeText("profile.csv", columns());
    folder.writeText("rare.csv", rareValues());
    if (!profile.groups().isEmpty()) {
      folder.writeText("rows.csv", rows());
    }
  }

  private String columns() {
    StringBuilder csv =
        new StringBuilder(
            "column,kind,coverage,bytes,cardinality,entropy,most,most_share,rare,rare_share,"
                + "min,max,mean,sd,zeros,findings,copy_of\n");
    for (ColumnProfile c : profile.columns()) {
      ColumnProfile.Range range = c.numbers();
      List<Object> cells =
          List.of(
              CsvText.cell(c.name()),
              c.kind(),
              c.coverage(),
              c.bytes(),
              c.cardinality(),
              c.entropy(),
              CsvText.cell(c.most()),
              c.mostShare(),
              c.rare(),
              c.rareShare(),
              range == null ? "" : range.min(),
              range == null ? "" : range.max(),
              range == null ? "" : range.mean(),
              range == null ? "" : range.sd(),
              range == null ? "" : range.zeros(),
              c.findings().stream()
                  .map(f -> f.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" ")),
              CsvText.cell(c.copyOf()));
      csv.append(line(cells));
    }
    return csv.toString();
  }

  private String rareValues() {
    StringBuilder csv = new StringBuilder("column,value,count\n");
    for (ColumnProfile c : profile.columns()) {
      for (ColumnProfile.Rare rare : c.rareValues()) {
        csv.append(line(List.of(CsvText.cell(c.name()), CsvText.cell(rare.value()), rare.count())));
      }
    }
    return csv.toString();
  }

  private String rows() {
    StringBuilder csv = new StringBuilder("group,rows,empty,braces,zero");
    RowProfile.LENGTHS.forEach(length -> csv.append(",longer_").append(length));
    csv.append(",entropy\n");
    for (RowProfile group : profile.groups()) {
      csv.append(CsvText.cell(group.group())).append(',').append(group.rows());
      csv.append(',').append(group.empty()).append(',').append(group.braces());
      csv.append(',').append(group.zero());
      group.longer().forEach(share -> csv.append(',').append(share));
      csv.append(',').append(group.entropy()).append('\n');
    }
    return csv.toString();
  }

  private static String line(List<Object> cells) {
    return cells.stream().map(Object::toString).collect(Collectors.joining(",", "", "\n"));
  }
}
