package dev.grassmann.tables.outrank;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * OutRank in parts, for a table that no machine holds whole: each batch is scored where its rows
 * lie, and what the batches say is put together in one place. The scores are those of {@link
 * OutRank#run} on the whole table, to the last bit, since a batch is scored by the same code.
 *
 * <p>Options that need all rows in one place are refused: an order by chance, one batch of all
 * rows, quantile bins, and columns that are derived from the data. Of combinations the values are
 * not counted. It is sent to where the batches are, and so serializable.
 */
public final class OutRankParts implements Serializable {
  private final String table;
  private final OutRankConfig config;
  private final List<String> features;

  /**
   * @param table what the table is called in messages
   * @param columnNames all columns of the table, in its order
   * @throws InputException where a column that the config names is not there, nothing but the
   *     target is left, or an option needs all rows in one place
   */
  public OutRankParts(String table, List<String> columnNames, OutRankConfig config) {
    this.table = table;
    this.config = Options.check(config);
    OutRank.checkTogether(config);
    refuseWhatNeedsAllRows();
    require(columnNames, config.target());
    List<String> named = config.columns().isEmpty() ? columnNames : config.columns();
    named.forEach(name -> require(columnNames, name));
    this.features =
        List.copyOf(named.stream().filter(name -> !name.equals(config.target())).toList());
    if (features.isEmpty()) {
      throw new InputException(
          "there is no column but the target '" + config.target() + "'",
          table,
          "give a table with columns to rank");
    }
  }

  private void refuseWhatNeedsAllRows() {
    refuse(config.shuffle(), "--shuffle", "order the rows by a random column first");
    refuse(
        config.aggregation() == OutRankConfig.Aggregation.POOLED,
        "--aggregation pooled",
        "take the median over batches, which may be large");
    refuse(config.bins() > 0, "--bins", "cut the numbers into bins first");
    refuse(config.targetBins() > 0, "--target-bins", "cut the target into bins first");
    refuse(config.controls(), "--controls", "leave it out");
    refuse(config.transforms() != Transforms.NONE, "--transforms", "derive the columns first");
    refuse(!config.reference().isEmpty(), "--reference", "leave it out");
    refuse(!config.explode().isEmpty(), "--explode", "split the column first");
    refuse(!config.subfeatures().isEmpty(), "--subfeatures", "split the column first");
  }

  private void refuse(boolean given, String option, String mend) {
    if (given) {
      throw new InputException(
          "needs all rows in one place, which parts do not have", option, mend);
    }
  }

  private void require(List<String> columns, String name) {
    if (!columns.contains(name)) {
      throw Table.noColumn(name, columns, table);
    }
  }

  /** The columns that a batch must have: what is ranked, in order, and the target last. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(features);
    columns.add(config.target());
    return columns;
  }

  /**
   * Which row belongs to which batch.
   *
   * @throws InputException where subsampling leaves too few rows
   */
  public Layout layout(long rows, Run run) {
    Layout layout = Layout.of(rows, config);
    if (layout.scored() <= Rows.TOO_FEW) {
      Rows.tooFew(table, layout.scored(), config.subsampling(), run);
    }
    return layout;
  }

  /**
   * Scores one batch.
   *
   * @param batch its rows, in the order of the whole table, with {@link #columns}
   * @param index its number
   */
  public OutRankPart score(Table batch, int index, Run run) {
    Rows rows = Rows.all(batch.rows());
    Encoder encoder = new Encoder(rows, config.missing(), config.heuristic().needsOrder());
    List<String> columns = columns();
    long[] missing = new long[columns.size()];
    List<Source> sources = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = batch.column(columns.get(c));
      Feature feature = encoder.feature(column, Role.COLUMN, 0);
      missing[c] = absent(feature);
      sources.add(new Source(column.name(), Role.COLUMN, 0, () -> column));
    }
    Column explained = batch.column(config.target());
    Feature target = encoder.feature(explained, Role.COLUMN, 0);
    Judge judge =
        new Judge(
            rows,
            index,
            encoder,
            config,
            target,
            sources.subList(0, features.size()),
            List.of(),
            run);
    double[] scores =
        judge.score(plan(1, Run.local())).stream()
            .mapToDouble(outcome -> outcome.scores()[0])
            .toArray();
    int[] code = target.codes().code();
    int neighbours =
        (int) IntStream.range(1, code.length).filter(i -> code[i] == code[i - 1]).count();
    return new OutRankPart(
        index,
        batch.rows(),
        scores,
        missing,
        ValuePrints.of(explained, target.codes()),
        target.codes().size(),
        neighbours,
        explained.text(0));
  }

  private static long absent(Feature feature) {
    long missing = 0;
    for (int c = 0; feature.absent() != null && c < feature.absent().length; c++) {
      missing += feature.absent()[c] ? feature.codes().size()[c] : 0;
    }
    return missing;
  }

  /**
   * Prints of the distinct values of one column of a batch: equal for equal values, in any batch.
   */
  public long[] prints(Table batch, String column) {
    Rows rows = Rows.all(batch.rows());
    Column values = batch.column(column);
    Encoder encoder = new Encoder(rows, config.missing(), false);
    return ValuePrints.of(values, encoder.feature(values, Role.COLUMN, 0).codes());
  }

  private Plan plan(int batches, Run run) {
    return Plan.of(features.size(), 0, batches, config, run);
  }

  /**
   * The ranking that all batches make.
   *
   * @param parts one a batch, in any order
   * @param values distinct values of each of {@link #columns}, over all batches; empty where nobody
   *     counted
   * @throws InputException where the target has one value only
   */
  public FeatureRanking ranking(List<OutRankPart> parts, long[] values, Run run) {
    OutRankPart[] inOrder = new OutRankPart[parts.size()];
    parts.forEach(part -> inOrder[part.batch()] = part);
    long rows = parts.stream().mapToLong(OutRankPart::rows).sum();
    caution(inOrder, rows, run);
    Plan plan = plan(inOrder.length, run);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < plan.items().size(); i++) {
      double[] scores = new double[inOrder.length];
      for (int b = 0; b < scores.length; b++) {
        scores[b] = inOrder[b].scores()[i];
      }
      outcomes.add(new Outcome(described(plan.items().get(i), inOrder, values, rows), scores));
    }
    FeatureRanking ranking =
        new Standings(config, config.heuristic().measure(), plan, outcomes, features)
            .ranking(table, rows);
    Cautions.about(ranking, rows, config, run);
    return ranking;
  }

  private Outcome.Described described(Item item, OutRankPart[] parts, long[] values, long rows) {
    if (item instanceof Item.Single single) {
      long missing = 0;
      for (OutRankPart part : parts) {
        missing += part.missing()[single.source()];
      }
      long counted = values.length == 0 ? 0 : values[single.source()];
      return new Outcome.Described(
          features.get(single.source()),
          Role.COLUMN,
          (int) Math.min(counted, Integer.MAX_VALUE),
          100.0 * (rows - missing) / rows);
    }
    if (item instanceof Item.Joint joint) {
      String name = String.join(" AND ", joint.members().stream().map(features::get).toList());
      return new Outcome.Described(name, Role.COMBINATION, 0, Double.NaN);
    }
    return null;
  }

  /** Refuses a target of one value, and warns of rows in an order that the null cannot bear. */
  private void caution(OutRankPart[] parts, long rows, Run run) {
    Map<Long, Long> counts = new HashMap<>();
    long neighbours = 0;
    for (OutRankPart part : parts) {
      neighbours += part.neighbours();
      for (int v = 0; v < part.targets().length; v++) {
        counts.merge(part.targets()[v], (long) part.targetRows()[v], Long::sum);
      }
    }
    if (counts.size() < 2) {
      throw OutRank.oneValue(config.target(), parts[0].target(), rows, table);
    }
    if (Cautions.trustsTheOrder(config) && rows > parts.length) {
      double chance = 0;
      for (long count : counts.values()) {
        chance += (double) count / rows * (count - 1) / (rows - 1);
      }
      Cautions.ordered(chance, neighbours, rows - parts.length, config, run);
    }
  }
}
