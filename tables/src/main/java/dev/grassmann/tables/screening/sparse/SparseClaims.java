package dev.grassmann.tables.screening.sparse;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Verdict;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What the solvers of sparse regression are said to do, measured again. */
public final class SparseClaims {
  private static final String TRUTH = "ground truth";
  private static final String PAPER = "arXiv 2009.10629, simulations";
  private static final int SEEDS = 5;
  private static final int MOST = 20_000;

  private SparseClaims() {}

  /** All claims, of every tier. */
  public static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.quick(
            "on an orthonormal design SCAD and MCP have their closed forms",
            "Fan, Li 2001; Zhang 2010",
            "within 1e-8",
            run -> orthonormal()));
    for (double tau : new double[] {0.1, 0.5, 0.9}) {
      claims.add(
          Claim.quick(
              String.format(
                  Locale.ROOT,
                  "SCAD, 500 columns, correlation %.1f: tuned momentum takes fewer iterations",
                  tau),
              TRUTH + "; " + PAPER,
              "<= 0.5 of proximal gradient, <= 0.75 of Ghadimi, Lan",
              run -> race(new Penalty.Scad(3.7), tau, 1, run)));
    }
    claims.add(
        Claim.quick(
            "all five solvers end at the same objective",
            TRUTH,
            "within 1e-6, relative",
            SparseClaims::sameObjective));
    for (double tau : new double[] {0.1, 0.5, 0.9}) {
      claims.add(
          Claim.full(
              String.format(
                  Locale.ROOT,
                  "medians of five seeds, correlation %.1f: tuned momentum, SCAD and MCP",
                  tau),
              TRUTH + "; " + PAPER,
              "<= 0.5 of proximal gradient, <= 0.75 of Ghadimi, Lan",
              List.of(),
              run -> bothPenalties(tau, run)));
    }
    claims.add(
        Claim.full(
            "2,050 columns, correlation 0.5; 200, 500, 1,000 rows: the study of speed counts the"
                + " paper's iterations",
            PAPER + ": tuned 11, 18, 32; proximal 21, 38, 116; Ghadimi, Lan 19, 30, 51",
            "each median within 15 % of the paper's, or one iteration",
            List.of(),
            SpeedStudy::measure));
    claims.add(
        Claim.full(
            "diamonds, mean of five draws: MCP predicts as LASSO does with a third of its noise columns",
            "real data; measured before .958 with 7, LASSO .954 with 102",
            "R2 >= LASSO's - 0.002, noise columns <= 1/3",
            List.of("diamonds"),
            DiamondsClaim::measure));
    return claims;
  }

  private static Measured orthonormal() {
    int n = 16;
    double[][] x = new double[4][n];
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < n; i++) {
        x[j][i] = (i & 1 << j) == 0 ? 1 : -1;
      }
    }
    double[] z = {0.9, 1.7, -1.1, -4};
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 4; j++) {
        y[i] += z[j] * x[j][i];
      }
    }
    double off = 0;
    for (Penalty penalty : List.of(new Penalty.Scad(3.7), new Penalty.Mcp(3))) {
      PenalisedLoss objective = new PenalisedLoss(Block.of(x), y, Loss.LINEAR, penalty, 0.6);
      double[] found =
          Solver.ACCELERATED
              .minimise(objective, new double[5], 1e-13, MOST, Descent.Watch.NONE)
              .coefficients();
      for (int j = 0; j < 4; j++) {
        off = Math.max(off, Math.abs(found[j + 1] - closedForm(penalty, z[j], 0.6)));
      }
    }
    return Measured.of(String.format(Locale.ROOT, "within %.0e", off), off <= 1e-8);
  }

  /** As the papers have it, independent of {@link Penalty#minimiser}. */
  private static double closedForm(Penalty penalty, double z, double lambda) {
    double size = Math.abs(z);
    double soft = Math.signum(z) * Math.max(0, size - lambda);
    if (penalty instanceof Penalty.Scad scad) {
      double a = scad.a();
      double middle = ((a - 1) * z - Math.signum(z) * a * lambda) / (a - 2);
      return size <= 2 * lambda ? soft : size <= a * lambda ? middle : z;
    }
    double gamma = ((Penalty.Mcp) penalty).gamma();
    return size <= gamma * lambda ? soft / (1 - 1 / gamma) : z;
  }

  private static Measured race(Penalty penalty, double tau, int seeds, Run run) {
    double[] tuned = new double[seeds];
    double[] original = new double[seeds];
    double[] proximal = new double[seeds];
    double[] conjugate = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      SplittableRandom random =
          run.but().seed(run.seed() + seed).build().random("sparse race " + tau);
      SparseProblem problem = SparseProblem.draw(200, 500, tau, random);
      double target = problem.best(penalty, 0.4);
      tuned[seed] = problem.iterations(Solver.ACCELERATED, penalty, 0.4, target);
      original[seed] = problem.iterations(Solver.GHADIMI_LAN, penalty, 0.4, target);
      proximal[seed] = problem.iterations(Solver.PROXIMAL_GRADIENT, penalty, 0.4, target);
      conjugate[seed] = problem.gradients(Solver.CONJUGATE_GRADIENT, penalty, 0.4, target);
    }
    double own = median(tuned);
    boolean holds = own <= 0.5 * median(proximal) && own <= 0.75 * median(original);
    return Measured.of(
            String.format(
                Locale.ROOT, "%.0f of %.0f and %.0f", own, median(proximal), median(original)),
            holds)
        .noting(
            String.format(Locale.ROOT, "conjugate gradients: %.0f gradients", median(conjugate)));
  }

  private static Measured bothPenalties(double tau, Run run) {
    Measured scad = race(new Penalty.Scad(3.7), tau, SEEDS, run);
    Measured mcp = race(new Penalty.Mcp(3), tau, SEEDS, run);
    boolean holds = scad.verdict() == Verdict.OK && mcp.verdict() == Verdict.OK;
    return Measured.of(scad.value() + "; MCP " + mcp.value(), holds)
        .noting("SCAD " + scad.note() + "; MCP " + mcp.note());
  }

  private static Measured sameObjective(Run run) {
    double apart = 0;
    for (Penalty penalty : List.of(new Penalty.Scad(3.7), new Penalty.Mcp(3))) {
      SparseProblem problem = SparseProblem.draw(200, 500, 0.5, run.random("sparse race 0.5"));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Solver solver : Solver.values()) {
        double value = problem.minimum(solver, penalty, 0.4);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      apart = Math.max(apart, (high - low) / low);
    }
    return Measured.of(String.format(Locale.ROOT, "within %.0e", apart), apart <= 1e-6);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
