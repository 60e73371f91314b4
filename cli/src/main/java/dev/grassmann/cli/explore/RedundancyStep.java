package dev.grassmann.cli.explore;

import dev.grassmann.core.data.Column;
import dev.grassmann.core.report.HeatMap;
import dev.grassmann.core.result.CompleteLinkage;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.PairScore;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRank;
import dev.grassmann.tables.outrank.OutRankConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which columns repeat each other. */
record RedundancyStep(TableSubject subject) implements Step {
  /** Columns beyond these are not paired; 80 columns are 3,160 pairs. */
  private static final int MOST = 80;

  /** Share of the smaller entropy from which two columns say the same. */
  private static final double SAME = 0.999;

  private static final double NEARLY = 0.8;

  @Override
  public String name() {
    return "comparing columns";
  }

  @Override
  public void look(Exploration exploration, Run run) {
    List<String> columns = varying();
    if (columns.size() < 2) {
      return;
    }
    String anchor = columns.get(0);
    OutRankConfig config =
        OutRankConfig.DEFAULTS.with(
            Map.of(
                "target",
                anchor,
                "targetBins",
                subject.bins(),
                "bins",
                subject.bins(),
                "columns",
                columns.subList(1, columns.size()),
                "pairs",
                true,
                "shuffle",
                true));
    FeatureRanking ranking = new OutRank().run(subject.table(), config, run);
    double[][] shared = shared(ranking, columns);
    report(exploration, shared, columns);
  }

  /** Columns that have more than one value, identifiers aside; the first of them where too many. */
  private List<String> varying() {
    List<String> columns = new ArrayList<>();
    for (Column column : subject.table().columns()) {
      if (columns.size() < MOST && varies(column) && !(column instanceof Column.Text)) {
        columns.add(column.name());
      }
    }
    return columns;
  }

  private static boolean varies(Column column) {
    String first = column.text(0);
    for (int row = 1; row < column.rows(); row++) {
      if (!column.text(row).equals(first)) {
        return true;
      }
    }
    return false;
  }

  /** For each two columns, what they share as a part of what the poorer one says, 0 to 1. */
  private static double[][] shared(FeatureRanking ranking, List<String> columns) {
    Map<String, Integer> place = new HashMap<>();
    columns.forEach(column -> place.put(column, place.size()));
    double[][] shared = new double[columns.size()][columns.size()];
    for (PairScore pair : ranking.triplets()) {
      Integer i = place.get(pair.first());
      Integer j = place.get(pair.second());
      if (i != null && j != null) {
        shared[i][j] = pair.score();
        shared[j][i] = pair.score();
      }
    }
    double[] entropy = new double[shared.length];
    for (int i = 0; i < entropy.length; i++) {
      entropy[i] = shared[i][i];
    }
    for (int i = 0; i < entropy.length; i++) {
      for (int j = 0; j < entropy.length; j++) {
        double least = Math.min(entropy[i], entropy[j]);
        shared[i][j] = least <= 0 ? 0 : Math.max(0, Math.min(1, shared[i][j] / least));
      }
    }
    return shared;
  }

  private static void report(Exploration exploration, double[][] shared, List<String> columns) {
    record Pair(String first, String second, double share) {}
    List<Pair> alike = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      for (int j = i + 1; j < shared.length; j++) {
        if (shared[i][j] >= NEARLY) {
          alike.add(new Pair(columns.get(i), columns.get(j), shared[i][j]));
        }
      }
    }
    alike.sort(Comparator.comparingDouble(Pair::share).reversed());
    List<Pair> near = alike.stream().filter(p -> p.share() < SAME).toList();
    if (!near.isEmpty()) {
      Pair first = near.get(0);
      exploration.find(
          50,
          Remark.Kind.STRUCTURE,
          Say.format(
              "%s nearly the same; '%s' and '%s' share %s.",
              Say.count(near.size(), "pair of columns says", "pairs of columns say"),
              first.first(),
              first.second(),
              Say.percent(first.share())));
    }
    exploration.figure("sameColumns", alike);
    show(exploration, shared, columns);
  }

  private static void show(Exploration exploration, double[][] shared, List<String> columns) {
    double[][] distances = new double[shared.length][shared.length];
    for (int i = 0; i < shared.length; i++) {
      for (int j = 0; j < shared.length; j++) {
        distances[i][j] = i == j ? 0 : 1 - shared[i][j];
      }
    }
    List<Integer> order = CompleteLinkage.of(distances).order();
    List<String> names = order.stream().map(columns::get).toList();
    double[][] cells = new double[order.size()][order.size()];
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells.length; j++) {
        cells[i][j] = shared[order.get(i)][order.get(j)];
      }
    }
    exploration.show(
        report ->
            report
                .section("Columns that say the same")
                .text(
                    "What two columns share, as a part of what the poorer one says: 1 means that"
                        + " one can be computed from the other. Like stands beside like.")
                .chart(new HeatMap("Redundancy map", names, names, cells, "shared")));
  }
}
