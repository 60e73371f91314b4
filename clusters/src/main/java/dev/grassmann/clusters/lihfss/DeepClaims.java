package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
import dev.grassmann.clusters.lowrank.Lrr;
import dev.grassmann.clusters.lowrank.LrrConfig;
import dev.grassmann.clusters.lsr.Lsr;
import dev.grassmann.clusters.lsr.LsrConfig;
import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.clusters.ssc.SscOmp;
import dev.grassmann.clusters.ssc.SscOmpConfig;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.ImageFiles;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Claims about the deep method itself. */
final class DeepClaims {
  private static final int SEEDS = 3;
  private static final String ORL = "orl";
  private static final String COIL = "coil20";

  private DeepClaims() {}

  /** Epochs at most, as the reference figures were measured: without a stop by rest. */
  private static LihfssConfig orl() {
    return Options.with(
        LihfssConfig.DEFAULTS,
        Map.of(
            "clusters", 40,
            "dimension", 7,
            "height", 32,
            "width", 32,
            "pretrainEpochs", 150,
            "epochs", 400,
            "qualityEpochs", 20,
            "rest", 0.0));
  }

  private static LihfssConfig coil() {
    return Options.with(
        orl(),
        Map.of(
            "clusters", 20,
            "dimension", 9,
            "layers", List.of(15),
            "kernels", List.of(3),
            "pretrainEpochs", 40,
            "epochs", 160,
            "qualityEpochs", 6));
  }

  static List<Claim> all() {
    DeepFigures orl = new DeepFigures(ORL, orl(), SEEDS);
    DeepFigures coil = new DeepFigures(COIL, coil(), 1);
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.full(
            "LIHFSS finds five linear families of 16 x 16 images, the same without labels",
            "ground truth",
            "ACC >= 0.95, bytes equal",
            List.of(),
            DeepClaims::families));
    claims.add(reaches(orl, "mean of 3 seeds", 78, 88));
    claims.add(
        Claim.full(
            "LIHFSS on orl is above k-means, SSC-OMP and LRR, and near LSR tuned with labels",
            "reference figures",
            "by 20, 8 and 10 points; within 4",
            List.of(ORL),
            run -> margins(orl, run)));
    claims.add(ablation(orl));
    claims.add(reaches(coil, "1 seed", 79, 89));
    claims.add(ablation(coil));
    return claims;
  }

  private static Claim reaches(DeepFigures figures, String seeds, double acc, double nmi) {
    return Claim.full(
        "LIHFSS on " + figures.data(),
        "reference figures",
        String.format(Locale.ROOT, "ACC >= %.0f, NMI >= %.0f, %s", acc, nmi, seeds),
        List.of(figures.data()),
        run -> {
          DeepFigures.Mean mean = figures.mean(run);
          return Measured.of(
              String.format(Locale.ROOT, "%.1f (NMI %.1f)", mean.accuracy(), mean.nmi()),
              mean.accuracy() >= acc && mean.nmi() >= nmi);
        });
  }

  private static Claim ablation(DeepFigures figures) {
    return Claim.full(
        "LIHFSS on "
            + figures.data()
            + ": the strongest entries matter, the last stage does no harm",
        "ablation",
        "without top d >= 5 less; last stage loses <= 2",
        List.of(figures.data()),
        run -> {
          DeepFigures.Mean mean = figures.mean(run);
          return Measured.of(
              String.format(
                  Locale.ROOT,
                  "%.1f; all entries %.1f; without the last stage %.1f",
                  mean.accuracy(),
                  mean.allEntries(),
                  mean.withoutQuality()),
              mean.accuracy() - mean.allEntries() >= 5
                  && mean.accuracy() - mean.withoutQuality() >= -2);
        });
  }

  private static Measured margins(DeepFigures figures, Run run) {
    double own = figures.mean(run).accuracy();
    double means =
        accuracy(new KMeansClustering(), Options.with(KMeansConfig.DEFAULTS, "clusters", 40), run);
    double omp =
        accuracy(
            new SscOmp(),
            Options.with(SscOmpConfig.DEFAULTS, Map.of("clusters", 40, "sparsity", 5)),
            run);
    double lrr = accuracy(new Lrr(), Options.with(LrrConfig.DEFAULTS, "clusters", 40), run);
    double lsr =
        accuracy(
            new Lsr(),
            Options.with(LsrConfig.DEFAULTS, Map.of("clusters", 40, "lambda", 0.1, "top", 7)),
            run);
    return Measured.of(
        String.format(
            Locale.ROOT,
            "%.1f; k-means %.1f, SSC-OMP %.1f, LRR %.1f, LSR %.1f",
            own,
            means,
            omp,
            lrr,
            lsr),
        own >= means + 20 && own >= omp + 8 && own >= lrr + 10 && own >= lsr - 4);
  }

  private static <C extends Record> double accuracy(
      Method<Vectors, C, Clustering> method, C config, Run run) {
    Images images = ImageFiles.read(Catalogue.of(ORL).path().orElseThrow());
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      int[] labels = method.run(images.pixels(), config, run.but().seed(seed).build()).labels();
      sum += 100 * Agreement.of(images.labels().orElseThrow().codes(), labels).accuracy() / SEEDS;
    }
    return sum;
  }

  /** Sums of three random pictures each, with weights that are not negative. */
  private static Measured families(Run run) {
    SplittableRandom random = run.random("families");
    int each = 40;
    int pixels = 256;
    float[][] rows = new float[5 * each][pixels];
    int[] truth = new int[rows.length];
    for (int family = 0; family < 5; family++) {
      double[] basis = random.doubles(3L * pixels).toArray();
      for (int i = family * each; i < (family + 1) * each; i++) {
        truth[i] = family;
        double[] weights = random.doubles(3).toArray();
        for (int p = 0; p < pixels; p++) {
          for (int k = 0; k < 3; k++) {
            rows[i][p] += (float) (weights[k] * basis[k * pixels + p] / 3);
          }
        }
      }
    }
    LihfssConfig config =
        Options.with(orl(), Map.of("clusters", 5, "dimension", 3, "height", 16, "width", 16));
    Clustering one = new Lihfss().run(Vectors.of(rows), config, run);
    Clustering other = new Lihfss().run(Vectors.of(rows), config, run);
    double accuracy = Agreement.of(truth, one.labels()).accuracy();
    boolean same =
        Arrays.equals(one.labels(), other.labels())
            && Arrays.equals(one.residuals(), other.residuals());
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %s", accuracy, same ? "equal" : "not equal"),
        accuracy >= 0.95 && same);
  }
}
