package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.molrg.network.Architecture;
import dev.grassmann.clusters.molrg.network.NetworkDenoiser;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.subspace.Subspace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Claims on a network that is trained on planted points: from how many it stops repeating them. */
final class MemorisationClaims {
  private static final int N = 48;
  private static final int D = 4;
  private static final int SAMPLES = 500;
  private static final double SIGMA_DATA = 0.5;

  private MemorisationClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.full(
            "a network repeats its training points at N_k = d, and no longer at 16 d",
            "figure 5, reference figures",
            "> .6 at 1, < .05 at 16, falling",
            List.of(),
            MemorisationClaims::repeated));
  }

  private static Measured repeated(Run run) {
    StringBuilder words = new StringBuilder();
    double last = 1;
    double first = 0;
    boolean falling = true;
    for (int times : new int[] {1, 4, 16}) {
      double share = share(times, run);
      first = times == 1 ? share : first;
      falling &= share <= last;
      last = share;
      words.append(String.format(Locale.ROOT, "%d:%.2f ", times, share));
    }
    return Measured.of(words.toString().strip(), falling && first > 0.6 && last < 0.05)
        .noting("the reference: 1:0.79 4:0.39 16:0.01");
  }

  /** Share of 500 samples that repeat one of 2 x d x times points. */
  private static double share(int times, Run run) {
    SplittableRandom random = run.random("memorisation " + times);
    List<Subspace> subspaces = new Planted(N, List.of(D, D), true).draw(random);
    int[] which = new int[2 * D * times];
    Arrays.setAll(which, i -> i % 2);
    double[] rows = Mixture.isotropic(subspaces).drawFrom(which, 0, random).rows();
    double scale = SIGMA_DATA / Math.sqrt((double) D / N);
    float[] narrow = new float[rows.length];
    for (int p = 0; p < narrow.length; p++) {
      narrow[p] = (float) (rows[p] * scale);
    }
    Vectors points = Vectors.of(narrow, which.length, N);
    TrainingOptions options =
        new TrainingOptions(4_000, 256, 1e-3, Weighting.EDM, Schedule.EDM, SIGMA_DATA);
    Run inner = run.but().folder(null).build();
    try (NetworkDenoiser denoiser =
        new NetworkDenoiser(new Architecture.Dense(N, 256, 3), SIGMA_DATA, inner)) {
      denoiser.train(points, options, 0, inner);
      double[] noise = HeunOptions.noise(SAMPLES, N, random);
      List<HeunOptions.Place> places = HeunOptions.DEFAULTS.follow(denoiser, noise, SAMPLES, inner);
      return Memorisation.of(places.get(places.size() - 1).x(), points, inner).repeated();
    }
  }
}
