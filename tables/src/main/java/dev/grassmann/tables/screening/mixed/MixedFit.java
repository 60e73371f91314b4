package dev.grassmann.tables.screening.mixed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Result;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A mixed-effects model, beside the Gaussian one of the same data.
 *
 * @param table what the table is called
 * @param target the column that is explained
 * @param cluster the column that says which cluster a row belongs to
 * @param rows of the table
 * @param effects fixed effects, the intercept first
 * @param random names of the random effects, the intercept first
 * @param scatter of the random effects, row-major; under Gaussian tails their covariance
 * @param deviation s of the errors, by the unit of the target
 * @param nu degrees of freedom; infinite under Gaussian tails
 * @param level whether clusters or rows may be outliers
 * @param groups clusters, in order of appearance
 * @param minusLog minus the log likelihood
 * @param gaussianMinusLog the same of the Gaussian model
 * @param iterations of the solver
 * @param converged whether it ended by its tolerance
 */
public record MixedFit(
    String table,
    String target,
    String cluster,
    int rows,
    List<Effect> effects,
    List<String> random,
    List<Double> scatter,
    double deviation,
    double nu,
    MixedConfig.Level level,
    List<Group> groups,
    double minusLog,
    double gaussianMinusLog,
    int iterations,
    boolean converged)
    implements Result {
  private static final int SHOWN = 20;

  /**
   * A fixed effect, by the units of target and column.
   *
   * @param error its standard error; NaN where the information is singular, 0 where it is held at 0
   * @param gaussian the same effect in the Gaussian model
   */
  public record Effect(String name, double value, double error, double gaussian) {}

  /**
   * A cluster.
   *
   * @param rows of it
   * @param delta squared distance from its mean, in the metric of its scatter; expected about rows
   * @param weight how much it counts: (nu + rows) / (nu + delta), or the mean over its rows
   * @param q its power-law index, 1 + 2 / (nu + rows); 1 is Gaussian
   * @param effects predictions of its random effects, in the order of the names
   */
  public record Group(
      String name, int rows, double delta, double weight, double q, List<Double> effects) {
    public Group {
      effects = List.copyOf(effects);
    }
  }

  public MixedFit {
    effects = List.copyOf(effects);
    random = List.copyOf(random);
    scatter = List.copyOf(scatter);
    groups = List.copyOf(groups);
  }

  /** The effect of this name; NaN where there is none. */
  public double effect(String name) {
    return effects.stream()
        .filter(e -> e.name().equals(name))
        .mapToDouble(Effect::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Clusters of the smallest weights first. */
  public List<Group> byWeight() {
    List<Group> order = new ArrayList<>(groups);
    order.sort(Comparator.comparingDouble(Group::weight));
    return order;
  }

  /** Clusters that count less than half. */
  long outlying() {
    return groups.stream().filter(group -> group.weight() < 0.5).count();
  }

  boolean isGaussian() {
    return Double.isInfinite(nu);
  }

  @Override
  public String headline() {
    if (isGaussian()) {
      return String.format(
          Locale.ROOT,
          "Gaussian mixed model of %s: %,d clusters of %s, minus log likelihood %.1f.",
          target,
          groups.size(),
          cluster,
          minusLog);
    }
    if (level == MixedConfig.Level.ROW) {
      return String.format(
          Locale.ROOT,
          "Mixed model of %s with weighted rows (nu %.3g): %,d of %,d clusters of %s count less than"
              + " half.",
          target,
          nu,
          outlying(),
          groups.size(),
          cluster);
    }
    String tails = nu > 100 ? "close to Gaussian" : nu > 10 ? "a little heavy" : "heavy";
    return String.format(
        Locale.ROOT,
        "The tails of %s are %s (nu %.3g): %,d of %,d clusters of %s count less than half; minus log"
            + " likelihood %.1f, Gaussian %.1f.",
        target,
        tails,
        nu,
        outlying(),
        groups.size(),
        cluster,
        minusLog,
        gaussianMinusLog);
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%14s %12s %14s  %s%n", "coefficient", "error", "Gaussian", "effect"));
    for (Effect effect : effects.subList(0, Math.min(SHOWN, effects.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%14.6g %12.4g %14.6g  %s%n",
              effect.value(),
              effect.error(),
              effect.gaussian(),
              effect.name()));
    }
    text.append(
        String.format(
            Locale.ROOT, "s of the errors %.5g; scatter of the random effects%n", deviation));
    int q = random.size();
    for (int i = 0; i < q; i++) {
      text.append("  ");
      for (int j = 0; j < q; j++) {
        text.append(String.format(Locale.ROOT, " %12.5g", scatter.get(i * q + j)));
      }
      text.append("  ").append(random.get(i)).append('\n');
    }
    if (!isGaussian()) {
      text.append("smallest weights:");
      for (Group group : byWeight().subList(0, Math.min(6, groups.size()))) {
        text.append(String.format(Locale.ROOT, "  %s %.3f", group.name(), group.weight()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Override
  public JsonNode json() {
    return new MixedFiles(this).json();
  }

  /** Writes {@code model.json}, {@code coefficients.csv} and {@code clusters.csv}. */
  @Override
  public void save(RunFolder folder) {
    new MixedFiles(this).write(folder);
  }

  @Override
  public void describe(Report report) {
    new MixedPictures(this).addTo(report);
  }
}
