package dev.grassmann.clusters.mlc;

import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.metrics.LinearStructure;
import dev.grassmann.core.Options;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Handwritten digits: what the one-shot memberships and the linearization are worth. */
final class DigitsClaims {
  private DigitsClaims() {}

  static List<Claim> all() {
    DigitsFigures figures = new DigitsFigures();
    return List.of(
        Claim.full(
            "digits: memberships right after the copy of the head cluster better than k-means",
            "reference figures",
            "ACC >= 0.80 and above k-means on pixels",
            DigitsFigures.DATA,
            run -> memberships(figures, run)),
        Claim.full(
            "digits: MLC lets subspace clustering on the features gain",
            "reference figures, pattern of table 2",
            ">= 5 points",
            DigitsFigures.DATA,
            run -> subspaces(figures, run)),
        Claim.full(
            "digits: classes become flatter while all features stay spread",
            "reference figures, pattern of section 4.1",
            "class rank falls >= 20 %, that of all <= 10 %",
            DigitsFigures.DATA,
            run -> ranks(figures, run)));
  }

  private static Measured memberships(DigitsFigures figures, Run run) {
    DigitsFigures.Seen seen = figures.seen(run);
    KMeansConfig config =
        Options.with(
            KMeansConfig.DEFAULTS, Map.of("clusters", DigitsFigures.CLASSES, "unit", false));
    int[] labels = new KMeansClustering().run(DigitsFigures.pixels(), config, run).labels();
    double means = Agreement.of(DigitsFigures.truth(), labels).accuracy();
    double own = seen.before().membership().accuracy();
    return Measured.of(
            String.format(
                Locale.ROOT,
                "%.3f (NMI %.3f); k-means %.3f",
                own,
                seen.before().membership().nmi(),
                means),
            own >= 0.80 && own > means)
        .noting(
            String.format(
                Locale.ROOT,
                "after MLC %.3f: at this size its entropy trades clusters against linearity",
                seen.after().membership().accuracy()));
  }

  private static Measured subspaces(DigitsFigures figures, Run run) {
    DigitsFigures.Seen seen = figures.seen(run);
    double gain = seen.subspacesAfter() - seen.subspacesBefore();
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.1f: %.3f to %.3f",
            100 * gain,
            seen.subspacesBefore(),
            seen.subspacesAfter()),
        gain >= 0.05);
  }

  private static Measured ranks(DigitsFigures figures, Run run) {
    DigitsFigures.Seen seen = figures.seen(run);
    LinearStructure before = seen.before().structure();
    LinearStructure after = seen.after().structure();
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.1f to %.1f; %d to %d; |cos| across %.3f to %.3f",
            before.meanClassRank(),
            after.meanClassRank(),
            before.rank(),
            after.rank(),
            before.across(),
            after.across()),
        after.meanClassRank() <= 0.8 * before.meanClassRank()
            && after.rank() >= 0.9 * before.rank());
  }
}
