package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.result.Correlation;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns of numbers rise and fall together, whatever the curve. */
record TogetherStep(TableSubject subject) implements Step {
  /** Columns of numbers beyond these are not paired: 200 are 19,900 pairs. */
  private static final int MOST = 200;

  /** Rank correlation from which one column can stand for another. */
  private static final double TOGETHER = 0.95;

  private static final int TABLED = 30;

  /** A pair of columns. */
  private record Pair(String first, String second, double correlation) {}

  @Override
  public String name() {
    return "correlating columns";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    List<Column.Numeric> columns =
        subject.table().columns().stream()
            .filter(column -> column instanceof Column.Numeric)
            .map(column -> (Column.Numeric) column)
            .limit(MOST)
            .toList();
    double[][] ranks = new double[columns.size()][];
    for (int i = 0; i < ranks.length; i++) {
      run.step(name(), i, 2L * ranks.length);
      ranks[i] = Correlation.standardised(Correlation.ranks(columns.get(i).toArray()));
    }
    List<Pair> pairs = new ArrayList<>();
    int[] group = new int[ranks.length];
    Arrays.setAll(group, i -> i);
    for (int i = 0; i < ranks.length; i++) {
      run.step(name(), ranks.length + i, 2L * ranks.length);
      for (int j = i + 1; j < ranks.length; j++) {
        double correlation = Correlation.ofStandardised(ranks[i], ranks[j]);
        if (Math.abs(correlation) >= TOGETHER) {
          pairs.add(new Pair(columns.get(i).name(), columns.get(j).name(), correlation));
          join(group, group[i], group[j]);
        }
      }
    }
    if (!pairs.isEmpty()) {
      pairs.sort((a, b) -> Double.compare(Math.abs(b.correlation()), Math.abs(a.correlation())));
      tell(exploration, groups(columns, group), pairs);
    }
  }

  private static void join(int[] group, int one, int other) {
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == other ? one : group[i];
    }
  }

  /** Columns linked by pairs, largest group first. */
  private static List<List<String>> groups(List<Column.Numeric> columns, int[] group) {
    Map<Integer, List<String>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      byGroup.computeIfAbsent(group[i], g -> new ArrayList<>()).add(columns.get(i).name());
    }
    return byGroup.values().stream()
        .filter(names -> names.size() > 1)
        .sorted((a, b) -> Integer.compare(b.size(), a.size()))
        .toList();
  }

  private static void tell(Exploration exploration, List<List<String>> groups, List<Pair> pairs) {
    List<String> first = groups.get(0).stream().map(name -> "'" + name + "'").toList();
    exploration.find(
        52,
        Remark.Kind.STRUCTURE,
        Say.format(
            "%s rise and fall together (rank correlation %.2f or more from one to the next)%s: one"
                + " can stand for the others.",
            Say.list(first, 6),
            TOGETHER,
            groups.size() == 1
                ? ""
                : ", and so "
                    + (groups.size() == 2 ? "does" : "do")
                    + " "
                    + Say.count(groups.size() - 1, "other group", "other groups")));
    exploration.figure("together", pairs);
    List<List<String>> rows =
        pairs.stream()
            .limit(TABLED)
            .map(p -> List.of(p.first(), p.second(), Say.format("%.3f", p.correlation())))
            .toList();
    exploration.show(
        report ->
            report
                .section("Columns that rise and fall together")
                .table(
                    Say.format(
                        "%s of numbers with a rank correlation of %.2f or more",
                        Say.count(pairs.size(), "pair", "pairs"), TOGETHER),
                    List.of("column", "column", "rank correlation"),
                    rows));
  }
}
