package dev.grassmann.compare.convergent;

import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.MutualNeighbours;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.compare.measures.Procrustes;
import dev.grassmann.compare.units.Matching;
import dev.grassmann.compare.units.Units;
import dev.grassmann.compare.units.UnitsConfig;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.VectorFiles;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Parity on the activations of two networks trained on SVHN (1,000 rows, 200 units each). The
 * figures were computed with NumPy from the formulas on whole matrices in float64.
 */
final class RealDataClaims {
  private static final String WHOLE = "formulas on whole matrices";
  private static final List<String> DATA = List.of("svcca-svhn-0", "svcca-svhn-1");

  private RealDataClaims() {}

  static List<Claim> all() {
    return List.of(
        parity("linear CKA, biased", 0.872379410591355, Cka::biased),
        parity("linear CKA, unbiased", 0.8678531324997821, Cka::unbiased),
        parity("Procrustes similarity", 0.7859888093486908, m -> Procrustes.of(m).nuclear()),
        parity(
            "squared Procrustes distance",
            0.4280223813026185,
            m -> Procrustes.of(m).squaredDistance()),
        Claim.full(
            "SVHN activations: mutual nearest neighbours (k = 10, cosine)",
            WHOLE,
            "0.5580 +- 0.002",
            DATA,
            RealDataClaims::mutual),
        Claim.full(
            "SVHN activations with 1,000 added to every column: CKA stays",
            "0.923 in float32 about the origin",
            "0.8723794 +- 1e-6",
            DATA,
            RealDataClaims::shifted),
        Claim.full(
            "SVHN activations: units paired greedily and one to one, mean correlations",
            WHOLE,
            "0.4853542 and 0.4400789 +- 1e-6, 0.485 of the units alike",
            DATA,
            RealDataClaims::units));
  }

  private static Claim parity(
      String measure, double figure, ToDoubleFunction<PairMoments> measured) {
    return Claim.full(
        "SVHN activations: " + measure,
        WHOLE,
        String.format(Locale.ROOT, "%.7f +- 1e-6", figure),
        DATA,
        run -> close(measured.applyAsDouble(PairMoments.of(svhn(), run)), figure, 1e-6));
  }

  private static Measured mutual(Run run) {
    VectorPair pair = svhn();
    return close(MutualNeighbours.of(pair.a(), pair.b(), 10, run).score(), 0.558, 0.002);
  }

  private static Measured shifted(Run run) {
    VectorPair pair = svhn();
    VectorPair far = new VectorPair(Planted.plus(pair.a(), 1_000), Planted.plus(pair.b(), 1_000));
    return close(Cka.biased(PairMoments.of(far, run)), 0.872379410591355, 1e-6);
  }

  private static Measured units(Run run) {
    UnitsConfig config = UnitsConfig.DEFAULTS.with("steps", "match").with("null", 0);
    Matching matching = new Units().run(svhn(), config, run).matching().orElseThrow();
    boolean holds =
        Math.abs(matching.greedyMean() - 0.4853542) <= 1e-6
            && Math.abs(matching.bipartiteMean() - 0.4400789) <= 1e-6
            && Math.abs(matching.overlap() - 0.485) <= 1e-9;
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.7f, %.7f, %.3f",
            matching.greedyMean(),
            matching.bipartiteMean(),
            matching.overlap()),
        holds);
  }

  private static Measured close(double value, double figure, double tolerance) {
    return Measured.of(
        String.format(Locale.ROOT, "%.7f", value), Math.abs(value - figure) <= tolerance);
  }

  private static VectorPair svhn() {
    return new VectorPair(read(DATA.get(0)), read(DATA.get(1)));
  }

  private static Vectors read(String name) {
    return VectorFiles.read(Catalogue.of(name).path().orElseThrow());
  }
}
