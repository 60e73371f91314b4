package dev.grassmann.tables.outrank;

import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Every option of OutRank. Defaults are the paper's, with one exception: every row is read
 * (subsampling 1), because a table that fits into memory is scored in about a second; {@link
 * #PAPER} has the reference's default of every tenth.
 */
public record OutRankConfig(
    @Option(help = "column to be explained") String target,
    @Option(help = "what pairs of columns are scored by") Heuristic heuristic,
    @Option(help = "which side is conditioned on; the corrected score is not symmetric")
        Orientation orientation,
    @Option(help = "what a meaningless column is made of: rows shifted, or permuted by the seed")
        NullModel nullModel,
    @Option(help = "the median over batches, or one batch of all rows") Aggregation aggregation,
    @Option(help = "rows scored together", min = 1_025, max = 1 << 24, unit = "rows") int batch,
    @Option(help = "keep every s-th row", min = 1, max = 1_000_000) int subsampling,
    @Option(help = "put the rows in a random order first, for tables that are sorted")
        boolean shuffle,
    @Option(
            help = "share of the rows kept in the stratified reduction, equally many a value",
            min = 0,
            minExclusive = true,
            max = 1)
        double reduction,
    @Option(help = "score all pairs of columns too, for the redundancy map") boolean pairs,
    @Option(help = "columns that are combined into one; 1 for none", min = 1, max = 4) int order,
    @Option(
            help = "also find an order of maximal relevance, minimal redundancy, maximal relation",
            flag = "3mr")
        boolean threeMr,
    @Option(help = "weight of redundancy in that order", min = 0) double alpha,
    @Option(help = "weight of relation in that order", min = 0) double beta,
    @Option(help = "how redundancy and relation with the chosen columns are summed up")
        Summary summary,
    @Option(
            help = "scores computed a batch at most, those computed least often so far first",
            min = 1,
            max = 1 << 28,
            unit = "scores")
        int combinations,
    @Option(help = "add columns that are known to be meaningless, and two that know the target")
        boolean controls,
    @Option(help = "columns to be ranked; empty for all") List<String> columns,
    @Option(
            help = "cut numbers into this many quantile bins; 0 takes each number as a value",
            min = 0,
            max = 1 << 20)
        int bins,
    @Option(help = "the same for the target", min = 0, max = 1 << 20) int targetBins,
    @Option(help = "texts that count as missing in coverage; in scores each is a value")
        List<String> missing,
    @Option(help = "columns derived from numbers before ranking") Transforms transforms,
    @Option(help = "columns of several values, as in a-b-c, to be split into a column a value")
        List<String> explode,
    @Option(help = "columns split by another's values: A->B, or A<->B for each pair of values")
        List<String> subfeatures,
    @Option(
            help =
                "JSON of a model: surrogates score what a column adds to its desc.features; by"
                    + " other heuristics its combinations are ranked too")
        String reference,
    @Option(help = "rank only columns that the reference model names, fields included")
        boolean referenceColumns)
    implements Serializable {

  /** Which side of a pair is conditioned on. */
  public enum Orientation {
    /** The target, and of two features the later one: what the released program does. */
    LABEL_CONDITIONED,
    /** The feature, and of two features the earlier one. */
    FEATURE_CONDITIONED
  }

  /** What the score of a meaningless column is estimated from. */
  public enum NullModel {
    /** Rows shifted by as many as the value occurs: deterministic, trusts the order of the rows. */
    SHIFT,
    /** Rows permuted at random: for tables that are sorted or ordered in time. */
    PERMUTE
  }

  /** How batches become one score. */
  public enum Aggregation {
    MEDIAN,
    POOLED
  }

  /** How a column's scores with all chosen columns become one. */
  public enum Summary {
    MEDIAN,
    MEAN,
    SUM
  }

  /** What the command uses: the paper's, but every row. */
  public static final OutRankConfig DEFAULTS =
      new OutRankConfig(
          "label",
          Heuristic.CORRECTED_MI,
          Orientation.LABEL_CONDITIONED,
          NullModel.SHIFT,
          Aggregation.MEDIAN,
          16_384,
          1,
          false,
          1.0,
          false,
          1,
          false,
          1.0,
          1.0,
          Summary.MEDIAN,
          32_768,
          false,
          List.of(),
          0,
          0,
          List.of("", "{}"),
          Transforms.NONE,
          List.of(),
          List.of(),
          "",
          false);

  /** What the reference program uses when told nothing. */
  public static final OutRankConfig PAPER = DEFAULTS.with("subsampling", 10);

  public OutRankConfig {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
    explode = List.copyOf(explode);
    subfeatures = List.copyOf(subfeatures);
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws dev.grassmann.core.InputException for an unknown name or an unreadable text
   */
  public OutRankConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /** A copy with several options changed. */
  public OutRankConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }

  /** Whether scores are gains over a reference model. */
  boolean scoresGains() {
    return !reference.isEmpty() && heuristic.isSurrogate();
  }

  /** Whether any pair of features, and not only features with the target, is scored. */
  boolean scoresPairs() {
    return pairs || threeMr;
  }

  /** How many columns make a combination; 3MR needs pairs. */
  int combinedColumns() {
    return threeMr ? Math.max(2, order) : order;
  }
}
