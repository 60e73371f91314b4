package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is ranked: columns, what is derived from them, and controls. */
final class Sources {
  private final Table table;
  private final OutRankConfig config;
  private final Encoder encoder;
  private final Run run;

  Sources(Table table, OutRankConfig config, Encoder encoder, Run run) {
    this.table = table;
    this.config = config;
    this.encoder = encoder;
    this.run = run;
  }

  /**
   * Columns first, in the table's order, then what is derived from them; never the target.
   *
   * @throws InputException where an option names a column that does not exist, where nothing but
   *     the target is left, or where two features would have one name
   */
  List<Source> features() {
    List<Column> columns = columns();
    List<Source> sources = new ArrayList<>();
    for (Column column : columns) {
      sources.add(new Source(column.name(), Role.COLUMN, config.bins(), () -> column));
    }
    sources.addAll(transformed(columns));
    for (String name : config.explode()) {
      sources.addAll(MultiValues.of(table.column(name), config.missing()));
    }
    for (String mapping : config.subfeatures()) {
      sources.addAll(SubFeatures.of(mapping, table));
    }
    if (sources.isEmpty()) {
      throw new InputException(
          "there is no column but the target '" + config.target() + "'",
          table.name(),
          "give a table with columns to rank");
    }
    Set<String> names = new HashSet<>();
    for (Source source : sources) {
      if (!names.add(source.name())) {
        throw new InputException(
            "two features would be called '" + source.name() + "'",
            table.name(),
            "rename the column of that name");
      }
    }
    return sources;
  }

  /** Controls, if they were asked for. */
  List<Source> controls() {
    return config.controls() ? new Controls(table, config, run).all() : List.of();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    List<String> names = config.columns().isEmpty() ? table.columnNames() : config.columns();
    if (config.referenceColumns()) {
      List<String> ofModel = ReferenceModel.of(config).columns(table, run);
      names = names.stream().filter(ofModel::contains).toList();
    }
    for (String name : names) {
      Column column = table.column(name);
      if (!name.equals(config.target())) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** Transformed numbers, without those that say too little; each is computed when needed. */
  private List<Source> transformed(List<Column> columns) {
    List<Source> candidates = new ArrayList<>();
    for (Column column : columns) {
      if (column instanceof Column.Numeric numeric) {
        for (Transform transform : config.transforms().list()) {
          candidates.add(
              new Source(
                  transform.name(column.name()),
                  Role.DERIVED,
                  config.bins(),
                  () -> transform.of(numeric)));
        }
      }
    }
    List<Boolean> useful =
        Workers.map(
            candidates.size(),
            "deriving columns",
            run,
            () -> 0,
            (i, none) -> Transforms.isUseful(candidates.get(i).feature(encoder)));
    List<Source> kept = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (useful.get(i)) {
        kept.add(candidates.get(i));
      }
    }
    return kept;
  }
}
