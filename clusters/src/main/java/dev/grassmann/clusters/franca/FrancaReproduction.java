package dev.grassmann.clusters.franca;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Franca and RASA are said to do. */
public final class FrancaReproduction implements Reproduction {
  @Override
  public int system() {
    return 16;
  }

  @Override
  public String id() {
    return "franca";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(RasaClaims.all());
    CoilFigures figures = new CoilFigures();
    claims.add(
        Claim.full(
            "coil20: nested heads make short prefixes better and the whole no worse",
            "reference setting cut to 300 steps of 32 images, 3 seeds",
            "mean k-NN at 4 and 8 higher, at 64 within 2 points",
            List.of(CoilFigures.DATA),
            run -> prefixes(figures.seen(run))));
    claims.add(
        Claim.full(
            "coil20: RASA spreads the clusters of patches and leaves the images alone",
            "the same trainings",
            "spatial entropy rises, k-NN of mean tokens changes <= 1 point",
            List.of(CoilFigures.DATA),
            run -> places(figures.seen(run))));
    return List.copyOf(claims);
  }

  private static Measured prefixes(CoilFigures.Seen seen) {
    double[] nested = seen.nested();
    double[] single = seen.single();
    double own = (nested[0] + nested[1]) / 2;
    double other = (single[0] + single[1]) / 2;
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.3f and %.3f against %.3f and %.3f; whole %.3f against %.3f",
            nested[0],
            nested[1],
            single[0],
            single[1],
            nested[2],
            single[2]),
        own > other && Math.abs(nested[2] - single[2]) <= 0.02);
  }

  private static Measured places(CoilFigures.Seen seen) {
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.3f to %.3f; %.3f to %.3f",
            seen.entropyBefore(),
            seen.entropyAfter(),
            seen.pooledBefore(),
            seen.pooledAfter()),
        seen.entropyAfter() > seen.entropyBefore()
            && Math.abs(seen.pooledAfter() - seen.pooledBefore()) <= 0.01);
  }
}
