package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Claims on planted subspaces: how many points they need, and that two ways find the same. */
final class SubspaceClaims {
  private static final String FIGURE = "figure 4, ground truth";
  private static final int N = 48;

  private SubspaceClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "one subspace of dimension 4 or 8 is found exactly from d points and not from d - 1",
            FIGURE,
            "20/20 < 1e-10 at d, 0/20 < 0.1 below",
            SubspaceClaims::one),
        Claim.quick(
            "two subspaces of dimension 3: never found below d points each, by 5 d always",
            FIGURE,
            "0 at 2, >= .95 at 15, monotone",
            run -> two(run, 3, 2, 3, 4, 6, 9, 15)),
        Claim.quick(
            "the trained soft denoiser and k-subspaces find the same two subspaces",
            "the equivalence theorem, ground truth",
            "labels equal, error <= 0.1, objective >= .995",
            SubspaceClaims::equivalence),
        Claim.full(
            "two subspaces of dimension 6: never found below d points each, by 5 d always",
            FIGURE,
            "0 at 5, >= .95 at 30, monotone",
            List.of(),
            run -> two(run, 6, 5, 6, 8, 12, 18, 30)));
  }

  private static Measured one(Run run) {
    PhaseExperiment experiment = new PhaseExperiment(N, 1, 0, 1, 20, 1e-10);
    StringBuilder words = new StringBuilder();
    boolean holds = true;
    for (int d : new int[] {4, 8}) {
      PhaseExperiment.Cell below = experiment.measure(d, d - 1, experiment.subspaces(), run);
      PhaseExperiment.Cell at = experiment.measure(d, d, experiment.subspaces(), run);
      double least = Arrays.stream(below.errors()).min().orElseThrow();
      holds &= at.successes() == 20 && least > 0.1;
      words.append(
          String.format(
              Locale.ROOT,
              "%sd=%d: %.2f, then %.0e",
              words.isEmpty() ? "" : "; ",
              d,
              below.meanError(),
              at.largestError()));
    }
    return Measured.of(words.toString(), holds);
  }

  private static Measured two(Run run, int d, int... counts) {
    PhaseExperiment experiment = new PhaseExperiment(N, 2, 0.01, 30, 20, 0.1);
    StringBuilder words = new StringBuilder();
    double last = 0;
    boolean holds = true;
    for (int points : counts) {
      double rate = experiment.measure(d, points, experiment.subspaces(), run).rate();
      holds &= rate >= last && (points >= d || rate == 0);
      last = rate;
      words.append(String.format(Locale.ROOT, "%d:%.2f ", points, rate));
    }
    return Measured.of(words.toString().strip(), holds && last >= 0.95);
  }

  private static Measured equivalence(Run run) {
    SplittableRandom random = run.random("equivalence");
    List<Subspace> truth = new Planted(N, List.of(6, 6), true).draw(random);
    int[] which = new int[120];
    Arrays.setAll(which, i -> i / 60);
    Vectors points = Mixture.isotropic(truth).drawFrom(which, 0.02, random).vectors();
    MolrgConfig config =
        new MolrgConfig(
            2,
            List.of(6),
            Parameterisation.SOFT,
            Begin.RANDOM,
            10,
            100,
            Scaling.NONE,
            Orthonormal.QR,
            new TrainingOptions(1500, 120, 1e-2, Weighting.UNIFORM, Schedule.COSINE, 0.5));
    MolrgFit fit = new Molrg().run(points, config, run.but().folder(null).build());
    List<Subspace> found = fit.mixture().components().stream().map(Component::subspace).toList();
    double error = SubspaceError.of(found, truth).largest();
    SubspaceSearch search =
        SubspaceSearch.of(
            Points.of(points), new int[] {6, 6}, 20, 100, run.random("k-subspaces"), run);
    double own = SubspaceError.of(search.bases(), truth).largest();
    Equivalence both = fit.equivalence();
    return Measured.of(
            String.format(
                Locale.ROOT,
                "labels %.3f, error %.3f, objective %.4f",
                both.labelAgreement(),
                error,
                both.ratio()),
            both.labelAgreement() == 1 && error <= 0.1 && both.ratio() >= 0.995)
        .noting(String.format(Locale.ROOT, "k-subspaces' own error %.3f", own));
  }
}
