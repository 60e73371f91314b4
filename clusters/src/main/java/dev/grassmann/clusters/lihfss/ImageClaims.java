package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.ensc.Ensc;
import dev.grassmann.clusters.ensc.EnscConfig;
import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
import dev.grassmann.clusters.knn.KnnConfig;
import dev.grassmann.clusters.knn.KnnSpectral;
import dev.grassmann.clusters.kss.Ekss;
import dev.grassmann.clusters.kss.EkssConfig;
import dev.grassmann.clusters.lasso.Ssc;
import dev.grassmann.clusters.lasso.SscConfig;
import dev.grassmann.clusters.lowrank.Lrr;
import dev.grassmann.clusters.lowrank.LrrConfig;
import dev.grassmann.clusters.lowrank.Lrsc;
import dev.grassmann.clusters.lowrank.LrscConfig;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accuracies on faces and objects beside reference figures. */
final class ImageClaims {
  private static final String FIGURE = "reference figures, raw pixels of length 1";

  /** On images the starts of k-means move the accuracy by up to 8 points: a mean of ten. */
  private static final int DRAWS = 10;

  private ImageClaims() {}

  static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    claims.add(figure("orl", "k-means", 40, new KMeansClustering(), means(40), 56, ""));
    claims.add(figure("orl", "SSC-OMP, 5 points", 40, new SscOmp(), omp(5), 67, ""));
    claims.add(
        figure(
            "orl", "LSR, ridge 1", 40, new Lsr(), lsr(1, 0), 71, draws("67.0 to 73.0, mean 69.3")));
    claims.add(figure("orl", "LSR, ridge 1, top 7", 40, new Lsr(), lsr(1, 7), 77, ""));
    claims.add(figure("coil20", "k-means", 20, new KMeansClustering(), means(20), 62, ""));
    claims.add(
        figure(
            "coil20",
            "SSC-OMP, 5 points",
            20,
            new SscOmp(),
            omp(5),
            35,
            draws("35.3 to 42.9, mean 39.7")));
    claims.add(
        figure(
            "coil20",
            "LSR, ridge 1",
            20,
            new Lsr(),
            lsr(1, 0),
            66,
            draws("61.0 to 66.0, mean 63.3")));
    claims.add(figure("coil20", "LSR, ridge 1, top 9", 20, new Lsr(), lsr(1, 9), 84, ""));
    claims.add(figure("coil20", "LSR, ridge 10, top 9", 20, new Lsr(), lsr(10, 9), 81, ""));
    claims.add(
        figure("coil20", "k-NN spectral", 20, new KnnSpectral(), KnnConfig.DEFAULTS, 82, ""));
    claims.add(
        figure(
            "orl",
            "SSC, alpha 20",
            40,
            new Ssc(),
            SscConfig.DEFAULTS,
            76,
            "of the iteration written down anew in NumPy, scikit-learn's k-means"
                + " on their graph, seeds 0 to 4, gives 69.8 to 75.5, mean 72.5"));
    claims.add(
        figure(
            "orl",
            "SSC, alpha 20, affine",
            40,
            new Ssc(),
            Options.with(SscConfig.DEFAULTS, "affine", true),
            79,
            "the same iteration in NumPy with scikit-learn's k-means, seeds 0 to 4, gives 75.0 to 78.2;"
                + " with --scaling max 77.8 to 79.2"));
    claims.add(
        figure(
            "orl",
            "EnSC, 50 and 0.9, along 200 directions",
            40,
            new OfComponents<>(new Ensc(), 200),
            EnscConfig.DEFAULTS,
            78,
            "the reference program's own codes of the same points, cut by scikit-learn's k-means,"
                + " seeds 0 to 4, give 72.5 to 77.2, mean 74.5"));
    claims.add(figure("orl", "LRR, lambda 0.5", 40, new Lrr(), LrrConfig.DEFAULTS, 60, ""));
    claims.add(figure("orl", "LRSC, tau 10, cosines", 40, new Lrsc(), lrsc(), 72, ""));
    claims.add(
        figure(
            "orl",
            "EKSS, 50 votes",
            40,
            new Ekss(),
            Options.with(EkssConfig.DEFAULTS, Map.of("votes", 50, "dimension", 7)),
            58,
            "with subspaces of dimension 3 a statement of the method in NumPy gives 70.8 to 72.8 on three"
                + " draws: why the reference figure is lower is not known"));
    claims.add(figure("coil20", "SSC, alpha 20", 20, new Ssc(), SscConfig.DEFAULTS, 77, ""));
    claims.add(figure("coil20", "LRSC, tau 10, cosines", 20, new Lrsc(), lrsc(), 71, ""));
    return claims;
  }

  private static String draws(String range) {
    return "the reference figure is one draw of k-means; scikit-learn's on the same eigenvectors,"
        + " seeds 0 to 9, gives "
        + range;
  }

  private static SscOmpConfig omp(int sparsity) {
    return Options.with(SscOmpConfig.DEFAULTS, "sparsity", sparsity);
  }

  private static LsrConfig lsr(double lambda, int top) {
    return Options.with(LsrConfig.DEFAULTS, Map.of("lambda", lambda, "top", top));
  }

  private static LrscConfig lrsc() {
    return Options.with(LrscConfig.DEFAULTS, "power", 2);
  }

  private static KMeansConfig means(int clusters) {
    return Options.with(KMeansConfig.DEFAULTS, "clusters", clusters);
  }

  /**
   * Accuracy on real images within 2 points of the figure, mean over seeds.
   *
   * @param known what is known of why it may be off; empty for nothing
   */
  private static <C extends Record> Claim figure(
      String data,
      String what,
      int clusters,
      Method<Vectors, C, Clustering> method,
      C config,
      int expected,
      String known) {
    return Claim.full(
        what + " on " + data,
        FIGURE,
        "ACC " + expected + " +- 2, 10 seeds",
        List.of(data),
        run -> {
          Images images = ImageFiles.read(Catalogue.of(data).path().orElseThrow());
          C with = Options.with(config, "clusters", clusters);
          double accuracy = 0;
          double nmi = 0;
          for (int seed = 0; seed < DRAWS; seed++) {
            Run seeded = run.but().seed(seed).build();
            int[] labels = method.run(images.pixels(), with, seeded).labels();
            Agreement agreement = Agreement.of(images.labels().orElseThrow().codes(), labels);
            accuracy += 100 * agreement.accuracy() / DRAWS;
            nmi += 100 * agreement.nmi() / DRAWS;
          }
          return Measured.of(
                  String.format(Locale.ROOT, "%.1f (NMI %.1f)", accuracy, nmi),
                  Math.abs(accuracy - expected) <= 2)
              .noting(known);
        });
  }
}
