package dev.grassmann.tables.screening.mixed;

import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Column;
import dev.grassmann.core.data.Table;
import dev.grassmann.core.io.TableFiles;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What the power-law mixed model is said to do, measured again. */
public final class MixedClaims {
  private static final String DERIVED = "derived from the abstract; ground truth";
  private static final String REAL = "real data";
  private static final double[] TRUTH = {1, 2, -1.5, 0, 0, 0.5};
  private static final int CLUSTERS = 80;
  private static final int ROWS = 5;
  private static final int SEEDS = 20;
  private static final int FEW_SEEDS = 4;

  private MixedClaims() {}

  /** All claims, of every tier. */
  public static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.quick(
            "two rows by hand: distance, log density and weight",
            "multivariate t, by hand",
            "1.1666667, -3.154983, 1.161290",
            run -> byHand()));
    claims.add(
        Claim.quick(
            "nu = 1e7 is the Gaussian model",
            DERIVED,
            "coefficients within 1e-6, likelihood within 1e-4",
            MixedClaims::limit));
    claims.add(
        Claim.quick(
            "a tenth of the clusters shifted: errors of the coefficients, four seeds",
            DERIVED,
            "<= 0.6 of the Gaussian's",
            run -> shifted(0.1, FEW_SEEDS, 0.6, run)));
    for (double share : new double[] {0, 0.1, 0.2}) {
      claims.add(
          Claim.full(
              String.format(
                  Locale.ROOT, "%.0f %% of the clusters shifted, 20 seeds: errors", 100 * share),
              DERIVED,
              share == 0 ? "<= 1.05 of the Gaussian's" : "<= 0.6 of the Gaussian's",
              List.of(),
              run -> shifted(share, SEEDS, share == 0 ? 1.05 : 0.6, run)));
    }
    claims.add(
        Claim.full(
            "shifted clusters have the smallest weights",
            DERIVED,
            ">= 7 of the 8 smallest, in the mean of 20 seeds",
            List.of(),
            MixedClaims::weights));
    claims.add(
        Claim.full(
            "fMRI: power-law tails fit better than Gaussian ones",
            REAL,
            "minus log likelihood 1254.8 +- 0.5 and 999.3 +- 0.5, nu 1.57 +- 0.05",
            List.of("fmri"),
            MixedClaims::fmri));
    claims.add(
        Claim.full(
            "fMRI, 6 of 56 clusters contaminated: coefficients move less than the Gaussian's",
            REAL,
            "3 of 3 seeds",
            List.of("fmri"),
            MixedClaims::contaminated));
    return claims;
  }

  private static Measured byHand() {
    Layout layout = new Layout(1, 1, MixedConfig.Tails.FIXED, 4);
    double[] ones = {1, 1};
    Cluster cluster = Cluster.of(new double[] {1, 2}, ones, ones);
    ClusterLikelihood.Term term =
        new ClusterLikelihood(layout, new double[] {0.5, 0, 0}).of(cluster, null);
    boolean holds =
        Math.abs(term.delta() - 1.1666667) < 1e-7
            && Math.abs(term.minusLog() - 3.154983) < 1e-6
            && Math.abs(term.weight() - 1.161290) < 1e-6;
    return Measured.of(
        String.format(
            Locale.ROOT, "%.7f, %.6f, %.6f", term.delta(), -term.minusLog(), term.weight()),
        holds);
  }

  private static Measured limit(Run run) {
    Table table = draw(0, run.random("mixed limit"));
    MixedFit fit = fit(table, Map.of("tails", "fixed", "nu", 1e7), run);
    double off = 0;
    for (MixedFit.Effect effect : fit.effects()) {
      off = Math.max(off, Math.abs(effect.value() - effect.gaussian()));
    }
    double likelihood = Math.abs(fit.minusLog() - fit.gaussianMinusLog());
    return Measured.of(
        String.format(Locale.ROOT, "%.0e, %.0e", off, likelihood),
        off <= 1e-6 && likelihood <= 1e-4);
  }

  private static Measured shifted(double share, int seeds, double bound, Run run) {
    double gaussian = 0;
    double robust = 0;
    List<Double> nus = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      run.step("seeds", seed, seeds);
      MixedFit fit = fit(draw(share, random(seed, run)), Map.of(), run);
      double squares = 0;
      double gaussianSquares = 0;
      for (int j = 0; j < TRUTH.length; j++) {
        squares += Math.pow(fit.effects().get(j).value() - TRUTH[j], 2) / TRUTH.length;
        gaussianSquares += Math.pow(fit.effects().get(j).gaussian() - TRUTH[j], 2) / TRUTH.length;
      }
      robust += squares / seeds;
      gaussian += gaussianSquares / seeds;
      nus.add(fit.nu());
    }
    nus.sort(null);
    return Measured.of(
            String.format(Locale.ROOT, "%.3f of %.3f", Math.sqrt(robust), Math.sqrt(gaussian)),
            Math.sqrt(robust) <= bound * Math.sqrt(gaussian))
        .noting(String.format(Locale.ROOT, "median nu %.3g", nus.get(nus.size() / 2)));
  }

  private static Measured weights(Run run) {
    double found = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      run.step("seeds", seed, SEEDS);
      MixedFit fit = fit(draw(0.1, random(seed, run)), Map.of(), run);
      found +=
          fit.byWeight().subList(0, 8).stream()
                  .filter(group -> Integer.parseInt(group.name()) < 8)
                  .count()
              / (double) SEEDS;
    }
    return Measured.of(String.format(Locale.ROOT, "%.2f", found), found >= 7);
  }

  private static SplittableRandom random(int seed, Run run) {
    return run.but().seed(run.seed() + seed).build().random("mixed simulation");
  }

  private static MixedFit fit(Table table, Map<String, ?> options, Run run) {
    MixedConfig config =
        MixedConfig.DEFAULTS
            .with(Map.of("target", "y", "cluster", "id", "random", "x1"))
            .with(options);
    return new MixedRegression().run(table, config, run);
  }

  /**
   * 80 clusters of 5 rows, random intercept and slope; the first ones moved by 8 |x1| or -8 |x1|.
   */
  private static Table draw(double share, SplittableRandom random) {
    int n = CLUSTERS * ROWS;
    double[][] x = new double[TRUTH.length - 1][n];
    double[] y = new double[n];
    double[] id = new double[n];
    for (int c = 0; c < CLUSTERS; c++) {
      double intercept = 0.7 * random.nextGaussian();
      double slope = 0.5 * random.nextGaussian();
      double shift = c >= share * CLUSTERS ? 0 : random.nextBoolean() ? 8 : -8;
      for (int i = 0; i < ROWS; i++) {
        int row = c * ROWS + i;
        id[row] = c;
        y[row] = TRUTH[0] + intercept + 0.5 * random.nextGaussian();
        for (int j = 0; j < x.length; j++) {
          x[j][row] = random.nextGaussian();
          y[row] += TRUTH[j + 1] * x[j][row];
        }
        y[row] += slope * x[0][row] + shift * Math.abs(x[0][row]);
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < x.length; j++) {
      columns.add(new Column.Numeric("x" + (j + 1), x[j], false));
    }
    columns.add(new Column.Numeric("y", y, false));
    columns.add(new Column.Numeric("id", id, true));
    return new Table("simulation", columns);
  }

  private static Measured fmri(Run run) {
    MixedFit fit = fitBrain(brain(Set.of(), null), run);
    boolean holds =
        Math.abs(fit.gaussianMinusLog() - 1254.8) <= 0.5
            && Math.abs(fit.minusLog() - 999.3) <= 0.5
            && Math.abs(fit.nu() - 1.57) <= 0.05;
    return Measured.of(
        String.format(
            Locale.ROOT, "%.1f, %.1f, %.2f", fit.gaussianMinusLog(), fit.minusLog(), fit.nu()),
        holds);
  }

  private static Measured contaminated(Run run) {
    MixedFit clean = fitBrain(brain(Set.of(), null), run);
    int holds = 0;
    StringBuilder figures = new StringBuilder();
    for (int seed = 0; seed < 3; seed++) {
      run.step("seeds", seed, 3);
      SplittableRandom random =
          run.but().seed(run.seed() + seed).build().random("mixed contamination");
      Set<Integer> chosen = new HashSet<>();
      while (chosen.size() < 6) {
        chosen.add(random.nextInt(clean.groups().size()));
      }
      MixedFit dirty = fitBrain(brain(chosen, random), run);
      double robust = 0;
      double gaussian = 0;
      for (int j = 0; j < clean.effects().size(); j++) {
        MixedFit.Effect before = clean.effects().get(j);
        MixedFit.Effect after = dirty.effects().get(j);
        robust += Math.pow(after.value() - before.value(), 2);
        gaussian += Math.pow(after.gaussian() - before.gaussian(), 2);
      }
      holds += robust < gaussian ? 1 : 0;
      figures.append(seed == 0 ? "" : ", ");
      figures.append(
          String.format(Locale.ROOT, "%.2f of %.2f", Math.sqrt(robust), Math.sqrt(gaussian)));
    }
    return Measured.of(holds + " of 3", holds == 3).noting("drift " + figures);
  }

  private static MixedFit fitBrain(Table table, Run run) {
    MixedConfig config =
        MixedConfig.DEFAULTS.with(
            Map.of(
                "target",
                "signal",
                "cluster",
                "series",
                "fixed",
                "timepoint,timepoint^2,timepoint^3,event,region",
                "random",
                "timepoint"));
    return new MixedRegression().run(table, config, run);
  }

  /** The signal times ten, a series for each subject, event and region; some of them disturbed. */
  private static Table brain(Set<Integer> disturbed, SplittableRandom random) {
    Table table = TableFiles.read(Catalogue.of("fmri").path().orElseThrow());
    String[] series = new String[table.rows()];
    double[] signal = new double[table.rows()];
    List<String> seen = new ArrayList<>();
    Map<String, Double> shifts = new HashMap<>();
    for (int row = 0; row < series.length; row++) {
      series[row] =
          table.column("subject").text(row)
              + " "
              + table.column("event").text(row)
              + " "
              + table.column("region").text(row);
      if (!seen.contains(series[row])) {
        if (disturbed.contains(seen.size())) {
          shifts.put(series[row], random.nextBoolean() ? 8.0 : -8.0);
        }
        seen.add(series[row]);
      }
      double shift = shifts.getOrDefault(series[row], 0.0);
      double noise = shift == 0 ? 0 : Math.abs(random.nextGaussian());
      signal[row] = 10 * ((Column.Numeric) table.column("signal")).number(row) + shift * noise;
    }
    return new Table(
        "fmri",
        List.of(
            table.column("timepoint"),
            table.column("event"),
            table.column("region"),
            new Column.Text("series", series),
            new Column.Numeric("signal", signal, false)));
  }
}
