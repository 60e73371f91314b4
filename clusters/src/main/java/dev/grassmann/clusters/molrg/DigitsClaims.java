package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.LabelFiles;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims on handwritten digits, 1,797 pictures of 8 x 8, each scaled to one length. */
final class DigitsClaims {
  private static final String FIGURE = "reference figures, handwritten digits";
  private static final List<String> DATA = List.of("digits8x8", "digits8x8-labels");

  private MolrgFit fit; // one training for the claims that look at it
  private long seed;

  List<Claim> all() {
    return List.of(
        Claim.full(
            "ten subspaces of dimension 8 keep 95.4 % of the digits' energy",
            FIGURE, "0.954 +- 0.005", DATA, this::energy),
        Claim.full(
            "a hard denoiser trained from there keeps k-subspaces' objective and labels",
            FIGURE,
            "objective >= .995, agreement >= .9",
            DATA,
            this::objective),
        Claim.full(
            "and its accuracy against the ten classes",
            FIGURE,
            "within 3 points",
            DATA,
            this::accuracy));
  }

  private static Vectors digits() {
    return VectorFiles.read(Catalogue.of("digits8x8").path().orElseThrow());
  }

  private static MolrgConfig config() {
    return Options.with(
        MolrgConfig.DEFAULTS,
        Map.of(
            "clusters",
            10,
            "dimension",
            List.of(8),
            "restarts",
            10,
            "scaling",
            Scaling.ROWS,
            "parameterisation",
            Parameterisation.HARD));
  }

  private MolrgFit fit(Run run) {
    if (fit == null || seed != run.seed()) {
      fit = new Molrg().run(digits(), config(), run.but().folder(null).build());
      seed = run.seed();
    }
    return fit;
  }

  private Measured energy(Run run) {
    Equivalence both = fit(run).equivalence();
    double share = both.subspacesObjective() / both.energy();
    return Measured.of(String.format(Locale.ROOT, "%.4f", share), Math.abs(share - 0.954) <= 0.005);
  }

  private Measured objective(Run run) {
    Equivalence both = fit(run).equivalence();
    return Measured.of(
        String.format(Locale.ROOT, "%.4f, agreement %.3f", both.ratio(), both.labelAgreement()),
        both.ratio() >= 0.995 && both.labelAgreement() >= 0.9);
  }

  private Measured accuracy(Run run) {
    int[] truth =
        LabelFiles.read(Catalogue.of("digits8x8-labels").path().orElseThrow().toString()).codes();
    MolrgConfig alone = Options.with(config(), "steps", 0);
    MolrgFit subspaces = new Molrg().run(digits(), alone, run.but().folder(null).build());
    Agreement own = Agreement.of(truth, fit(run).labels());
    Agreement other = Agreement.of(truth, subspaces.labels());
    return Measured.of(
            String.format(Locale.ROOT, "%.3f, k-subspaces %.3f", own.accuracy(), other.accuracy()),
            Math.abs(own.accuracy() - other.accuracy()) <= 0.03)
        .noting(String.format(Locale.ROOT, "the reference: 0.601 and 0.594"));
  }
}
