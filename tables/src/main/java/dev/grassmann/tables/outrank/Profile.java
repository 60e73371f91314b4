package dev.grassmann.tables.outrank;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.ColumnProfile;
import dev.grassmann.core.result.ColumnProfile.Finding;
import dev.grassmann.core.result.TableProfile;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The data quality of a table: what is missing, constant, an identifier, a copy, rare; how large
 * and how long values are; and what the rows look like.
 */
public final class Profile implements Method<Table, ProfileConfig, TableProfile> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        1,
        "quality",
        "profile",
        "Data quality",
        "Škrlj, Mramor 2023 (arXiv 2309.01552)",
        "shows what is missing, constant, rare, repeated or an identifier",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public ProfileConfig defaults() {
    return ProfileConfig.DEFAULTS;
  }

  /** With the defaults, on all processors. */
  public TableProfile of(Table table) {
    return run(table, defaults(), Run.local());
  }

  @Override
  public TableProfile run(Table table, ProfileConfig config, Run run) {
    Options.check(config);
    Column target = config.target().isEmpty() ? null : table.column(config.target());
    Encoder encoder = new Encoder(Rows.all(table.rows()), config.missing(), false);
    List<RowTally> tallies = new ArrayList<>();
    List<ColumnTally> columns =
        Workers.map(
            table.columns().size(),
            "profiling",
            run,
            () -> newTally(tallies, table.rows()),
            (i, rows) -> ColumnTally.of(table.columns().get(i), encoder, config, rows));
    List<ColumnProfile> profiles = withCopies(table, columns, encoder);
    RowTally all = RowTally.sum(tallies, table.rows());
    return new TableProfile(
        table.name(),
        table.rows(),
        config.rare(),
        profiles,
        all.groups(target, encoder, table.columns().size()));
  }

  private static RowTally newTally(List<RowTally> tallies, int rows) {
    RowTally tally = new RowTally(rows);
    synchronized (tallies) {
      tallies.add(tally);
    }
    return tally;
  }

  /** Marks columns that say what an earlier one says; equal prints are compared value by value. */
  private static List<ColumnProfile> withCopies(
      Table table, List<ColumnTally> columns, Encoder encoder) {
    Map<Long, List<Integer>> byPrint = new HashMap<>();
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnTally tally = columns.get(i);
      String original = "";
      if (tally.profile().cardinality() > 1) {
        List<Integer> earlier = byPrint.computeIfAbsent(tally.print(), p -> new ArrayList<>());
        for (int candidate : earlier) {
          if (original.isEmpty() && same(table, candidate, i, encoder)) {
            original = table.columnNames().get(candidate);
          }
        }
        earlier.add(i);
      }
      profiles.add(original.isEmpty() ? tally.profile() : copy(tally.profile(), original));
    }
    return profiles;
  }

  /** The same partition of the rows; where every row has its own value, the same texts. */
  private static boolean same(Table table, int first, int second, Encoder encoder) {
    Column a = table.columns().get(first);
    Column b = table.columns().get(second);
    Codes codes = ColumnTally.codes(a, encoder);
    if (!codes.samePartition(ColumnTally.codes(b, encoder))) {
      return false;
    }
    if (codes.values() < codes.rows()) {
      return true;
    }
    for (int row = 0; row < a.rows(); row++) {
      if (!a.text(row).equals(b.text(row))) {
        return false;
      }
    }
    return true;
  }

  private static ColumnProfile copy(ColumnProfile p, String original) {
    List<Finding> findings = new ArrayList<>(p.findings());
    findings.add(Finding.COPY);
    return new ColumnProfile(
        p.name(),
        p.kind(),
        p.coverage(),
        p.bytes(),
        p.cardinality(),
        p.entropy(),
        p.most(),
        p.mostShare(),
        p.repeated(),
        p.rare(),
        p.rareValues(),
        p.numbers(),
        findings,
        original);
  }
}
