package dev.grassmann.tables.kan;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Option;
import dev.grassmann.core.Options;
import dev.grassmann.tables.RankingQuestion;
import dev.grassmann.tables.Scaling;
import java.util.Locale;

/** Every option of the four selectors. */
public record KanConfig(
    RankingQuestion question,
    @Option(help = "how features are scaled, by the training rows") Scaling.Kind scaling,
    @Option(help = "the paper's definition, or that of its released program") Space space,
    @Option(help = "take the mean off each curve, so that a constant scores 0") boolean center,
    @Option(help = "trainings a fold, each with a seed of its own", min = 1, max = 1000) int seeds,
    @Option(help = "hidden units; 0 for 2 d + 1 of d features", min = 0, max = 1 << 16) int hidden,
    @Option(help = "intervals of the splines' grid on [-1, 1]", min = 1, max = 256) int grid,
    @Option(help = "order of the splines: 1 is piecewise linear", min = 1, max = 5) int order,
    @Option(help = "passes over the training rows", min = 1, max = 1 << 20) int epochs,
    @Option(help = "learning rate of Adam", min = 0, minExclusive = true, max = 1) double rate,
    @Option(help = "rows a step", min = 1, max = 1 << 20, unit = "rows") int batch,
    @Option(help = "learn a number as it is, not standardised") boolean rawTarget) {

  /** What is measured. */
  public enum Space {
    /** The paper's definitions: norms of spline coefficients, gradients by class. */
    COEFFICIENTS,
    /** The released program's: the first layer's contributions on data, one gradient for all. */
    CONTRIBUTIONS
  }

  /** The paper's, but for features scaled to [-1, 1] and standardised targets. */
  public static final KanConfig DEFAULTS =
      new KanConfig(
          RankingQuestion.DEFAULTS,
          Scaling.Kind.MIN_MAX,
          Space.COEFFICIENTS,
          false,
          1,
          0,
          2,
          1,
          100,
          1e-3,
          64,
          false);

  /** What the released program's main experiments use. */
  public static final KanConfig RELEASED =
      DEFAULTS
          .with("scaling", Scaling.Kind.STANDARD)
          .with("space", Space.CONTRIBUTIONS)
          .with("rawTarget", true);

  /** Beyond this many features 2 d + 1 hidden units are not taken for granted. */
  private static final int MOST_FEATURES = 2000;

  /**
   * A copy with one option changed; {@code name} as the component or as the command line writes it.
   *
   * @throws InputException for an unknown name or an unreadable text
   */
  public KanConfig with(String name, Object value) {
    return Options.with(this, name, value);
  }

  /**
   * Hidden units of a network for this many features and outputs.
   *
   * @throws InputException where nobody asked for as many as would be needed
   */
  int hidden(int features, int outputs, String table) {
    if (hidden > 0) {
      return hidden;
    }
    long units = 2L * features + 1;
    if (features > MOST_FEATURES) {
      long parameters = units * (features + outputs) * (grid + order + 2L);
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%,d features: 2 d + 1 hidden units would need %,d parameters",
              features,
              parameters),
          table,
          "give --hidden, or fewer --columns");
    }
    return (int) units;
  }
}
