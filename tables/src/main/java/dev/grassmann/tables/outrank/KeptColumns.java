package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The winners as a table that goes on to the training, built columns included. */
final class KeptColumns {
  private KeptColumns() {}

  static Table of(
      Table table, FeatureRanking ranking, List<String> features, OutRankConfig config) {
    Rows all = Rows.all(table.rows());
    Encoder encoder = new Encoder(all, List.of(), false);
    List<Source> sources = new Sources(table, config, encoder, Run.local()).features();
    Map<String, Supplier<Column>> known = new HashMap<>();
    for (Source source : sources) {
      known.put(source.name(), source.make());
    }
    List<String> names = sources.stream().map(Source::name).toList();
    List<Item.Joint> joints = new ArrayList<>(OutRank.combined(ReferenceModel.of(config), names));
    if (config.order() > 1) {
      joints.addAll(Item.subsets(sources.size(), config.order()));
    }
    for (Item.Joint joint : joints) {
      List<Source> members = joint.members().stream().map(sources::get).toList();
      String name = String.join(" AND ", members.stream().map(Source::name).toList());
      known.putIfAbsent(name, () -> combine(name, members));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(table.column(ranking.target()));
    for (String name : features) {
      Supplier<Column> column = known.get(name);
      if (column == null) {
        throw new InputException(
            "the ranking's feature '" + name + "' cannot be built from this table",
            table.name(),
            "give the table and the options that the ranking was made with");
      }
      columns.add(column.get());
    }
    return new Table(table.name(), columns);
  }

  /** The values side by side, quoted so that no two pairs of values look the same. */
  private static Column combine(String name, List<Source> members) {
    List<Column> columns = members.stream().map(member -> member.make().get()).toList();
    String[] texts = new String[columns.get(0).rows()];
    for (int row = 0; row < texts.length; row++) {
      StringBuilder text = new StringBuilder();
      for (Column column : columns) {
        String value = column.text(row).replace("\\", "\\\\").replace("|", "\\|");
        text.append(text.length() == 0 && column == columns.get(0) ? "" : "|").append(value);
      }
      texts[row] = text.toString();
    }
    return new Column.Text(name, texts);
  }
}
