package dev.grassmann.tables.quickselection;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.DesignMatrix.Encoding;
import dev.grassmann.tables.DesignMatrix.Missing;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every option of QuickSelection; the defaults are the paper's with its short schedule. */
public record QuickSelectionConfig(
    @Option(help = "column that is not ranked; with --evaluate, what the choice is judged by")
        String target,
    @Option(help = "columns to be ranked; empty for all") List<String> columns,
    @Option(help = "passes over the data; the paper's robust schedule has 100", min = 1, max = 1e6)
        int epochs,
    @Option(
            help = "hidden units; 0 for as many as columns, but 50 to 1,000",
            min = 0,
            max = 1 << 20)
        int hidden,
    @Option(
            help = "connections drawn for a layer, times the units on both its sides",
            min = 1,
            max = 10_000)
        int epsilon,
    @Option(
            help = "share of the connections replaced after an epoch; 0 keeps them",
            min = 0,
            max = 1,
            maxExclusive = true)
        double zeta,
    @Option(help = "standard deviation of the noise on the scaled input", min = 0) double noise,
    @Option(help = "share of hidden units left out a sample", min = 0, max = 1, maxExclusive = true)
        double dropout,
    @Option(help = "learning rate", min = 0, minExclusive = true) double rate,
    @Option(
            help = "share of the last step that is taken again",
            min = 0,
            max = 1,
            maxExclusive = true)
        double momentum,
    @Option(help = "share of each weight lost in a step", min = 0, max = 1) double decay,
    @Option(help = "rows a step", min = 1, max = 1 << 16, unit = "rows") int batch,
    @Option(help = "function of the output units") Output output,
    @Option(help = "how columns are scaled first") Scaling scaling,
    @Option(help = "trainings whose scores are averaged", min = 1, max = 100) int runs,
    @Option(help = "what a column is scored by") Measure measure,
    @Option(
            help =
                "weights that are scored: at the end, or as the released program does, those that"
                    + " survived the last pruning")
        Snapshot snapshot,
    @Option(
            help =
                "columns chosen where the choice is judged: a number, or below 1 a share; 0 for 50,"
                    + " or half of fewer than 100",
            min = 0)
        double choose,
    @Option(help = "judge the choice by the target: train on 80 % of the rows, test on the others")
        boolean evaluate,
    @Option(help = "height x width, where columns are the pixels of an image, e.g. 28x28")
        String grid,
    @Option(help = "how columns of categories become numbers") Encoding encoding,
    @Option(help = "what happens to missing numbers") Missing missing) {

  /** Function of the output units. */
  public enum Output {
    LINEAR,
    TANH,
    /** The same function, with the derivative that the released program takes of it. */
    TANH_RELEASED
  }

  /** How columns are scaled. */
  public enum Scaling {
    /** Mean 0, standard deviation 1. */
    STANDARD,
    /** From 0 to 1. */
    MINMAX,
    NONE
  }

  /** Which weights are scored. */
  public enum Snapshot {
    FINAL,
    PRUNED
  }

  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})x(\\d{1,4})");

  /** The paper's QuickSelection with 10 epochs. */
  public static final QuickSelectionConfig DEFAULTS =
      new QuickSelectionConfig(
          "",
          List.of(),
          10,
          1000,
          13,
          0.2,
          0.2,
          0.2,
          0.01,
          0.9,
          1e-5,
          100,
          Output.LINEAR,
          Scaling.STANDARD,
          1,
          Measure.STRENGTH,
          Snapshot.FINAL,
          0,
          false,
          "",
          Encoding.ONE_HOT,
          Missing.REFUSE);

  /** The paper's QuickSelection with 100 epochs. */
  public static final QuickSelectionConfig ROBUST = DEFAULTS.with("epochs", 100);

  public QuickSelectionConfig {
    columns = List.copyOf(columns);
  }

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws InputException for an unknown name or an unreadable text
   */
  public QuickSelectionConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /** A copy with several options changed. */
  public QuickSelectionConfig with(Map<String, ?> changes) {
    return Options.with(this, changes);
  }

  /** Hidden units for this many columns. */
  int hidden(int columns) {
    return hidden > 0 ? hidden : Math.min(1000, Math.max(50, columns));
  }

  /**
   * How many of this many columns are chosen.
   *
   * @throws InputException where there are fewer than asked for
   */
  int chosen(int columns) {
    if (choose > columns) {
      throw new InputException(
          "choose is " + Math.round(choose) + ", but there are " + columns + " columns to rank",
          "--choose",
          "give a number from 1 to " + columns + ", or a share below 1");
    }
    if (choose == 0) {
      return Math.min(50, Math.max(1, columns / 2));
    }
    return (int) Math.max(1, choose < 1 ? Math.round(choose * columns) : Math.round(choose));
  }

  /**
   * Height and width of the image that the columns are the pixels of, row by row; empty where none
   * is given.
   *
   * @throws InputException where the text is no size, or the size is not that of the columns
   */
  int[] gridSize(int columns) {
    if (grid.isEmpty()) {
      return new int[0];
    }
    Matcher matcher = SIZE.matcher(grid);
    int[] size = new int[2];
    if (matcher.matches()) {
      size[0] = Integer.parseInt(matcher.group(1));
      size[1] = Integer.parseInt(matcher.group(2));
    }
    if ((long) size[0] * size[1] != columns) {
      throw new InputException(
          "'" + grid + "' is not the size of an image of " + columns + " pixels",
          "--grid",
          "give height x width, e.g. 8x8 for 64 columns");
    }
    return size;
  }
}
