package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.screening.mixed.MixedFitter.Fitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mixed-effects regression with power-law tails: rows come in clusters, and outlying clusters lose
 * their weight.
 *
 * <pre>{@code
 * MixedFit fit = new MixedRegression().fit(table, "signal", "subject");
 * }</pre>
 */
public final class MixedRegression implements Method<Table, MixedConfig, MixedFit> {
  private final MixedConfig config;

  /** With {@link MixedConfig#DEFAULTS}. */
  public MixedRegression() {
    this(MixedConfig.DEFAULTS);
  }

  public MixedRegression(MixedConfig config) {
    this.config = Options.check(config);
  }

  /**
   * Explains one column by all others but the clusters', with a random intercept a cluster.
   *
   * @throws InputException as {@link #run}
   */
  public MixedFit fit(Table table, String target, String cluster) {
    return run(table, config.with("target", target).with("cluster", cluster), Run.local());
  }

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        4,
        "power-law",
        "fit-mixed",
        "Power-law mixed model",
        "Robust and efficient methods for high dimensional data (PhD thesis, McGill 2025)",
        "fits a mixed-effects model in which outlying clusters lose their weight",
        true);
  }

  @Override
  public Class<Table> input() {
    return Table.class;
  }

  @Override
  public MixedConfig defaults() {
    return config;
  }

  /**
   * Fits the model, and the Gaussian one beside it.
   *
   * @throws InputException for fewer than 30 rows; a target that is text, constant, missing or
   *     infinite; a term that cannot be read, is constant or has missing numbers; one cluster, or
   *     clusters of one row each; a penalty without a lambda
   */
  @Override
  public MixedFit run(Table table, MixedConfig config, Run run) {
    Options.check(config);
    if (config.penalty() != MixedConfig.PenaltyKind.NONE && !(config.lambda() > 0)) {
      throw new InputException("is 0", "--lambda", "give one above 0, or --penalty none");
    }
    MixedFrame frame = MixedFrame.of(table, config);
    MixedFitter fitter = new MixedFitter(config, run);
    Fitted gaussian = fitter.fit(frame, MixedConfig.Tails.GAUSSIAN);
    Fitted fitted =
        config.tails() == MixedConfig.Tails.GAUSSIAN ? gaussian : fitter.fit(frame, config.tails());
    if (!fitted.converged()) {
      run.warn("fitting ended by the number of iterations: raise --iterations or --tolerance");
    }
    return result(table, frame, config, fitted, gaussian);
  }

  private static MixedFit result(
      Table table, MixedFrame frame, MixedConfig config, Fitted fitted, Fitted gaussian) {
    int p = frame.fixed().size();
    double[] own = frame.inUnits(fitted.parameters());
    double[] beside = frame.inUnits(gaussian.parameters());
    double[] covariance =
        frame.covarianceInUnits(
            StandardErrors.covariance(fitted, config.errors() == MixedConfig.Errors.SANDWICH));
    List<MixedFit.Effect> effects = new ArrayList<>();
    for (int j = 0; j < p; j++) {
      double error = Math.sqrt(Math.max(0, covariance[j * p + j]));
      effects.add(new MixedFit.Effect(frame.fixed().get(j), own[j], error, beside[j]));
    }
    boolean byRows =
        config.level() == MixedConfig.Level.ROW && config.tails() != MixedConfig.Tails.GAUSSIAN;
    double shift = frame.rows() * Math.log(frame.scaleY()); // densities by the unit of the target
    return new MixedFit(
        table.name(),
        config.target(),
        config.cluster(),
        frame.rows(),
        effects,
        frame.random(),
        scatter(frame, fitted),
        frame.scaleY() * Math.exp(fitted.parameters()[fitted.layout().scale()]),
        byRows ? config.nu() : fitted.layout().nu(fitted.parameters()),
        config.level(),
        groups(frame, fitted, byRows ? config.nu() : Double.NaN),
        fitted.minusLog() + shift,
        gaussian.minusLog() + shift,
        fitted.iterations(),
        fitted.converged());
  }

  private static List<Double> scatter(MixedFrame frame, Fitted fitted) {
    int q = frame.random().size();
    double[] scaled = new ClusterLikelihood(fitted.layout(), fitted.parameters()).scatter();
    List<Double> scatter = new ArrayList<>();
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double unit = frame.scaleY() * frame.scaleY() / (frame.scaleZ()[i] * frame.scaleZ()[j]);
        scatter.add(scaled[i * q + j] * unit);
      }
    }
    return scatter;
  }

  private static List<MixedFit.Group> groups(MixedFrame frame, Fitted fitted, double rowNu) {
    ClusterLikelihood likelihood = new ClusterLikelihood(fitted.layout(), fitted.parameters());
    double nu = fitted.layout().nu(fitted.parameters());
    List<MixedFit.Group> groups = new ArrayList<>();
    for (int c = 0; c < frame.clusters().size(); c++) {
      ClusterLikelihood.Term term = likelihood.of(fitted.clusters().get(c), null);
      int rows = frame.clusters().get(c).rows();
      boolean byRows = !Double.isNaN(rowNu);
      double weight =
          byRows
              ? Arrays.stream(fitted.rowWeights().get(c)).average().orElseThrow()
              : term.weight();
      double q = byRows ? 1 + 2 / (rowNu + 1) : 1 + 2 / (nu + rows);
      List<Double> effects = new ArrayList<>();
      for (int k = 0; k < frame.random().size(); k++) {
        effects.add(term.effects()[k] * frame.scaleY() / frame.scaleZ()[k]);
      }
      groups.add(
          new MixedFit.Group(frame.clusterNames().get(c), rows, term.delta(), weight, q, effects));
    }
    return groups;
  }
}
