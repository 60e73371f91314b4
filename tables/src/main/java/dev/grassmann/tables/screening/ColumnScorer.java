package dev.grassmann.tables.screening;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Column;
import java.util.SplittableRandom;

/**
 * Scores one column at a time against a target: screening without a table. Reads no file and keeps
 * no state that a result depends on; one object a thread.
 *
 * <pre>{@code
 * ColumnScorer scorer = new ColumnScorer(MiScreeningConfig.DEFAULTS, target, 0);
 * double nats = scorer.score(column);
 * }</pre>
 */
public final class ColumnScorer {
  /** A correlation of 1 has infinitely many nats; a score is finite. */
  private static final double MOST_NATS = 18;

  private final Pairwise pairwise;
  private final MiScreeningConfig config;

  /**
   * @param config target and selection are not looked at
   * @param target at least 30 rows, two values
   * @param seed of the draws of {@link Estimator#KNN}
   * @throws dev.grassmann.core.InputException as {@link MiScreening}
   */
  public ColumnScorer(MiScreeningConfig config, Column target, long seed) {
    this(config, Target.of(target, Options.check(config).task(), "target"), seed);
  }

  ColumnScorer(MiScreeningConfig config, Variable target, long seed) {
    this.config = config;
    this.pairwise = new Pairwise(measure(config, seed), target);
  }

  /** The score of a column of as many rows, in the config's scale; 0 where it has one value. */
  public double score(Column column) {
    return score(Variable.of(column, config.discreteValues())).score();
  }

  /** The score, in the config's scale, and what is told beside it. */
  Pairwise.Score score(Variable column) {
    if (column.rows() != pairwise.rows()) {
      throw new IllegalArgumentException(column.rows() + " rows beside " + pairwise.rows());
    }
    Pairwise.Score raw = pairwise.of(column);
    return new Pairwise.Score(scaled(raw.score()), raw.line(), raw.rows(), raw.constant());
  }

  static Measure measure(MiScreeningConfig config, long seed) {
    return config.estimator().measure(config, purpose -> new SplittableRandom(seed ^ purpose));
  }

  private double scaled(double score) {
    boolean correlation = config.estimator() == Estimator.PEARSON;
    return switch (config.scale()) {
      case ESTIMATED -> score;
      case NATS -> correlation ? Math.min(MOST_NATS, Dependence.gaussianNats(score)) : score;
      case LINFOOT -> correlation ? score : Dependence.linfoot(score);
    };
  }
}
