package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.ensc.Ensc;
import dev.grassmann.clusters.ensc.EnscConfig;
import dev.grassmann.clusters.kmeans.KMeansClustering;
import dev.grassmann.clusters.kmeans.KMeansConfig;
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
import dev.grassmann.clusters.metrics.SelfExpression;
import dev.grassmann.clusters.ssc.MatchingPursuit;
import dev.grassmann.clusters.ssc.SscOmp;
import dev.grassmann.clusters.ssc.SscOmpConfig;
import dev.grassmann.core.Method;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims on points of which it is known in which subspace they lie. */
final class SubspaceClaims {
  private static final String TRUTH = "ground truth";
  private static final int SEEDS = 3;

  private SubspaceClaims() {}

  /** Five 4-dimensional subspaces of R^30 with 60 points each. */
  private static UnionOfSubspaces easy(double noise) {
    return new UnionOfSubspaces(30, 4, 5, 60, noise);
  }

  /** Five 6-dimensional subspaces of R^9 with 50 points each: any two share three dimensions. */
  private static UnionOfSubspaces hard() {
    return new UnionOfSubspaces(9, 6, 5, 50, 0);
  }

  /** A method with its options, under a name. */
  private record Contender<C extends Record>(
      String name, Method<Vectors, C, Clustering> method, C config) {
    double accuracy(UnionOfSubspaces.Draw draw, Run run) {
      C with = Options.with(config, "clusters", 5);
      return Agreement.of(draw.truth(), method.run(draw.points(), with, run).labels()).accuracy();
    }

    double least(UnionOfSubspaces union, Run run) {
      double least = 1;
      for (int seed = 0; seed < SEEDS; seed++) {
        least = Math.min(least, accuracy(union.draw(run.random("union " + seed)), run));
      }
      return least;
    }

    double mean(UnionOfSubspaces union, Run run) {
      double sum = 0;
      for (int seed = 0; seed < SEEDS; seed++) {
        sum += accuracy(union.draw(run.random("union " + seed)), run);
      }
      return sum / SEEDS;
    }
  }

  private static Contender<SscOmpConfig> omp() {
    return new Contender<>(
        "SSC-OMP", new SscOmp(), Options.with(SscOmpConfig.DEFAULTS, "sparsity", 4));
  }

  private static Contender<LsrConfig> lsr() {
    return new Contender<>("LSR", new Lsr(), Options.with(LsrConfig.DEFAULTS, "lambda", 0.01));
  }

  private static Contender<SscConfig> ssc() {
    return new Contender<>("SSC", new Ssc(), SscConfig.DEFAULTS);
  }

  private static Contender<EnscConfig> ensc() {
    return new Contender<>("EnSC", new Ensc(), EnscConfig.DEFAULTS);
  }

  private static Contender<EkssConfig> ekss() {
    Map<String, Object> options = Map.of("dimension", 4, "votes", 60);
    return new Contender<>("EKSS", new Ekss(), Options.with(EkssConfig.DEFAULTS, options));
  }

  static List<Claim> all() {
    List<Contender<?>> exact =
        List.of(
            lsr(),
            new Contender<>("LRR", new Lrr(), LrrConfig.DEFAULTS),
            new Contender<>("LRSC", new Lrsc(), LrscConfig.DEFAULTS),
            ssc(),
            ensc());
    List<Claim> claims = new ArrayList<>();
    claims.add(finds(omp(), easy(0), "five clean subspaces", 0.99));
    claims.add(
        Claim.quick(
            "SSC-OMP writes clean points by their own subspace only",
            TRUTH,
            "error 0",
            SubspaceClaims::selfExpression));
    for (Contender<?> contender : exact) {
      claims.add(finds(contender, easy(0), "five clean subspaces", 0.99));
      claims.add(finds(contender, easy(0.05), "five subspaces in noise of 0.05", 0.99));
    }
    claims.add(finds(ekss(), easy(0), "five clean subspaces", 0.91));
    claims.add(finds(ekss(), easy(0.05), "five subspaces in noise of 0.05", 0.97));
    claims.add(
        Claim.quick(
            "SSC-OMP loses points in noise of 0.05",
            TRUTH,
            "ACC below 0.99, above 0.6",
            SubspaceClaims::noisyPursuit));
    claims.add(
        Claim.quick(
            "k-means cannot tell subspaces apart",
            TRUTH,
            "ACC < 0.5, 3 seeds",
            SubspaceClaims::means));
    claims.add(overlapping(ensc(), 0.80));
    claims.add(overlapping(ssc(), 0.77));
    return claims;
  }

  private static Claim finds(
      Contender<?> contender, UnionOfSubspaces union, String what, double bound) {
    return Claim.quick(
        contender.name() + " finds " + what,
        TRUTH,
        "ACC >= " + bound + ", 3 seeds",
        run -> {
          double least = contender.least(union, run);
          return Measured.of(String.format(Locale.ROOT, "%.3f", least), least >= bound);
        });
  }

  /** Where subspaces meet, a wrong scale of the penalty shows; LSR is what it must beat. */
  private static Claim overlapping(Contender<?> contender, double bound) {
    return Claim.quick(
        contender.name() + " tells 6-dimensional subspaces of R^9 apart, where LSR does not",
        TRUTH,
        "mean ACC >= " + bound + " and 0.2 above LSR's, 3 seeds",
        run -> {
          double own = contender.mean(hard(), run);
          double least = lsr().mean(hard(), run);
          return Measured.of(
              String.format(Locale.ROOT, "%.2f, LSR %.2f", own, least),
              own >= bound && own >= least + 0.2);
        });
  }

  private static Measured selfExpression(Run run) {
    double worst = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      UnionOfSubspaces.Draw draw = easy(0).draw(run.random("union " + seed));
      var codes = new MatchingPursuit(4, 1e-6).codes(Points.unit(draw.points(), run), 1, run);
      worst = Math.max(worst, SelfExpression.error(codes, draw.truth()));
    }
    return Measured.of(String.format(Locale.ROOT, "%.2g", worst), worst == 0);
  }

  private static Measured noisyPursuit(Run run) {
    double low = 1;
    double high = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      double accuracy = omp().accuracy(easy(0.05).draw(run.random("union " + seed)), run);
      low = Math.min(low, accuracy);
      high = Math.max(high, accuracy);
    }
    return Measured.of(
        String.format(Locale.ROOT, "%.2f to %.2f", low, high), low >= 0.6 && high < 0.99);
  }

  private static Measured means(Run run) {
    Contender<KMeansConfig> means =
        new Contender<>("k-means", new KMeansClustering(), KMeansConfig.DEFAULTS);
    double most = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      most = Math.max(most, means.accuracy(easy(0).draw(run.random("union " + seed)), run));
    }
    return Measured.of(String.format(Locale.ROOT, "%.2f", most), most < 0.5);
  }
}
