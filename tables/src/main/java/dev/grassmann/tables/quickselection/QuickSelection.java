package dev.grassmann.tables.quickselection;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.DesignMatrix;
import dev.grassmann.tables.Outcomes;
import dev.grassmann.tables.Outcomes.Task;
import dev.grassmann.tables.quickselection.QuickSelectionConfig.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * QuickSelection: ranks columns without a target, by the strength of their neurons in a sparsely
 * connected denoising autoencoder.
 *
 * <pre>{@code
 * FeatureRanking ranking = new QuickSelection().rank(table);
 * }</pre>
 */
public final class QuickSelection implements Method<Table, QuickSelectionConfig, FeatureRanking> {
  private final QuickSelectionConfig config;

  /** With {@link QuickSelectionConfig#DEFAULTS}. */
  public QuickSelection() {
    this(QuickSelectionConfig.DEFAULTS);
  }

  public QuickSelection(QuickSelectionConfig config) {
    this.config = Options.check(config);
  }

  /** Ranks all columns of a table, on all processors, with seed 0; refuses as {@link #run}. */
  public FeatureRanking rank(Table table) {
    return run(table, config, Run.local());
  }

  /**
   * Ranks the columns of vectors, called f1, f2, ...; they are read from where they lie, in each
   * epoch.
   *
   * @throws InputException as {@link #run}
   */
  public FeatureRanking rank(Vectors vectors, Run run) {
    Naming naming = Naming.numbered("vectors", vectors.d());
    return ranked(Prepared.of(vectors, config.scaling(), naming.data(), run), naming, config, run);
  }

  /**
   * Ranks the columns of a sparse matrix, called f1, f2, ...; it stays sparse.
   *
   * @throws InputException as {@link #run}
   */
  public FeatureRanking rank(SparseMatrix matrix, Run run) {
    Naming naming = Naming.numbered("sparse matrix", matrix.columns());
    return ranked(Prepared.of(matrix, config.scaling(), naming.data()), naming, config, run);
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        3,
        "quickselection",
        "rank",
        "QuickSelection",
        "Atashgahi et al. 2020 (arXiv 2012.00560)",
        "ranks columns without a target by neuron strength in a sparse autoencoder",
        false);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public QuickSelectionConfig defaults() {
    return config;
  }

  /**
   * Ranks the columns of a table. A column of categories is as strong as the strongest of its
   * values.
   *
   * @throws InputException for fewer rows than a batch, no column with two values, missing or
   *     infinite numbers, fewer columns than are to be chosen, layers that would be more than half
   *     dense, or a loss that does not stay finite
   */
  @Override
  public FeatureRanking run(Table table, QuickSelectionConfig config, Run run) {
    Options.check(config);
    if (!config.target().isEmpty()) {
      table.column(config.target()); // refuses, naming the columns that do exist
    }
    DesignMatrix matrix =
        DesignMatrix.of(
            table, config.columns(), config.target(), config.encoding(), config.missing());
    requireRows(table.rows(), config, table.name());
    Naming naming = Naming.of(table, matrix);
    int[] rows = IntStream.range(0, table.rows()).toArray();
    if (config.evaluate()) {
      return judged(table, matrix, rows, config, run);
    }
    return ranked(Prepared.of(matrix, rows, config.scaling()), naming, config, run);
  }

  /** Ranks by four fifths of the rows and says what the best columns are worth on the others. */
  private static FeatureRanking judged(
      Table table, DesignMatrix matrix, int[] rows, QuickSelectionConfig config, Run run) {
    if (config.target().isEmpty()) {
      throw new InputException(
          "there is nothing to judge the choice by", "--evaluate", "give --target too");
    }
    Outcomes.Classes classes =
        (Outcomes.Classes) Outcomes.of(table, config.target(), Task.CLASSIFICATION);
    int[] codes = classes.codes();
    Judgement dealt = Judgement.split(null, codes, classes.classes().size(), run);
    Prepared prepared = Prepared.of(matrix, dealt.train(), config.scaling());
    Naming naming = Naming.of(table, matrix);
    Trained trained = trained(prepared, naming, config, run);
    Strengths strengths = new Strengths(prepared, naming, config, trained);
    Cells all = prepared.of(matrix, rows);
    double[] factors =
        Arrays.stream(prepared.kept()).mapToDouble(j -> prepared.scales()[j].factor()).toArray();
    new Evaluated(
            new Judgement(all, codes, dealt.classes(), dealt.train(), dealt.test()),
            prepared.cells(),
            factors,
            strengths.means(),
            config.chosen(prepared.kept().length))
        .write(run);
    return strengths.ranking();
  }

  private static FeatureRanking ranked(
      Prepared prepared, Naming naming, QuickSelectionConfig config, Run run) {
    return new Strengths(prepared, naming, config, trained(prepared, naming, config, run))
        .ranking();
  }

  private static Trained trained(
      Prepared prepared, Naming naming, QuickSelectionConfig config, Run run) {
    requireRows(prepared.cells().rows(), config, naming.data());
    checkTogether(config);
    config.gridSize(naming.features().size()); // refuses before the training, not after it
    requireSparse(prepared, naming, config);
    config.chosen(prepared.kept().length);
    Notices.about(prepared, naming, run);
    Trained trained = new Training(prepared.cells(), config, run).train();
    run.folder()
        .ifPresent(
            folder -> {
              new TrainingFiles(prepared, naming, config, trained).write(folder);
              new TrainingPage(prepared, naming, config, trained).write(folder);
            });
    return trained;
  }

  /** Refuses what would have no effect, rather than ignore it. */
  private static void checkTogether(QuickSelectionConfig config) {
    if (config.snapshot() == Snapshot.PRUNED && config.epochs() < 2) {
      throw new InputException(
          "with one epoch nothing is ever pruned",
          "--snapshot pruned",
          "give at least 2 epochs, or score the final weights");
    }
  }

  private static void requireRows(int rows, QuickSelectionConfig config, String data) {
    if (rows < config.batch()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d row%s, but at least one full batch of %,d is needed",
              rows,
              rows == 1 ? "" : "s",
              config.batch()),
          data,
          "lower --batch to at most " + rows);
    }
  }

  private static void requireSparse(Prepared prepared, Naming naming, QuickSelectionConfig config) {
    long columns = prepared.kept().length;
    if (columns == 0) {
      throw new InputException(
          "every column holds one value only", naming.data(), "give columns that vary");
    }
    long hidden = config.hidden((int) columns);
    long most = (columns * hidden - 1) / 2 / (columns + hidden);
    if (config.epsilon() > most) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d connections a layer of %,d columns and %,d hidden units would be more than half"
                  + " of all there could be",
              config.epsilon() * (columns + hidden),
              columns,
              hidden),
          "--epsilon " + config.epsilon(),
          most > 0
              ? "give --epsilon " + most + " or less"
              : "QuickSelection is for wide tables: rank these columns by another method");
    }
  }

  /** Names of what is ranked. */
  record Naming(String data, List<String> features, List<String> sources, int[] source) {
    static Naming numbered(String data, int columns) {
      List<String> names = IntStream.rangeClosed(1, columns).mapToObj(j -> "f" + j).toList();
      return new Naming(data, names, names, IntStream.range(0, columns).toArray());
    }

    static Naming of(Table table, DesignMatrix matrix) {
      return new Naming(
          table.name(),
          IntStream.range(0, matrix.features()).mapToObj(matrix::name).toList(),
          matrix.sources(),
          IntStream.range(0, matrix.features()).map(matrix::source).toArray());
    }

    /** Of each source the largest of its features' scores. */
    double[] bySource(double[] scores) {
      double[] largest = new double[sources.size()];
      Arrays.fill(largest, Double.NEGATIVE_INFINITY);
      for (int j = 0; j < scores.length; j++) {
        largest[source[j]] = Math.max(largest[source[j]], scores[j]);
      }
      return largest;
    }
  }
}
