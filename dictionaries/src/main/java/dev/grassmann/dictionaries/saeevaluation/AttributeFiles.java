package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.ioi.IoiTask;
import java.nio.file.Path;
import java.util.List;

/** The tables of attributes that options name. */
final class AttributeFiles {
  private static final List<String> TABLES =
      List.of(".csv", ".tsv", ".parquet", ".json", ".jsonl", ".arff", ".csv.gz", ".arff.gz");

  private AttributeFiles() {}

  /**
   * Reads a table, or a file of labels as a table of one column {@code label}.
   *
   * @param argument a path, or a data set's name
   * @throws InputException where none is given or it cannot be read
   */
  static Table table(String argument) {
    if (argument.isBlank()) {
      throw new InputException(
          "no attributes were given", "--attributes", "give a table with one row for each vector");
    }
    String file = Catalogue.fileOf(argument);
    if (TABLES.stream().anyMatch(file.toLowerCase(java.util.Locale.ROOT)::endsWith)) {
      return TableFiles.read(Path.of(file));
    }
    Labels labels = LabelFiles.read(file);
    return new Table(
        argument, List.of(new Column.Categorical("label", labels.codes(), labels.names(), -1)));
  }

  /** The columns meant where none are named. */
  static List<String> columns(Table table, List<String> named) {
    boolean prompts = IoiTask.ATTRIBUTES.stream().allMatch(table::has);
    return named.isEmpty() && prompts ? IoiTask.ATTRIBUTES : named;
  }
}
