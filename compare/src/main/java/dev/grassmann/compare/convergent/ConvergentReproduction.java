package dev.grassmann.compare.convergent;

import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.Hsic;
import dev.grassmann.compare.measures.MutualNeighbours;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.compare.measures.Procrustes;
import dev.grassmann.compare.units.PlantedClaims;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What the built part of system 28, the comparison of whole spaces, is said to do. */
public final class ConvergentReproduction implements Reproduction {
  private static final String TRUTH = "ground truth";

  @Override
  public int system() {
    return 28;
  }

  @Override
  public String id() {
    return "convergent";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.quick(
            "a rotated, scaled copy scores 1 by CKA, Procrustes and mutual neighbours",
            TRUTH,
            "all within 1e-6 of 1",
            ConvergentReproduction::copy));
    claims.add(
        Claim.quick(
            "an invertible map that is no rotation lowers CKA",
            TRUTH,
            "< 0.95",
            ConvergentReproduction::stretched));
    claims.add(unrelated(1_000, 200, "biased 0.166 +- 0.01, unbiased |.| < 0.01", 0.166, 0.01));
    claims.add(unrelated(200, 400, "biased 0.666 +- 0.01, unbiased |.| < 0.03", 0.666, 0.03));
    claims.add(
        Claim.quick(
            "HSIC of minibatches averages to that of all rows",
            "Nguyen, Raghu, Kornblith 2021",
            "within 2 standard errors",
            ConvergentReproduction::batches));
    claims.add(
        Claim.quick(
            "adding 1,000 to every column changes nothing",
            TRUTH,
            "within 1e-9",
            ConvergentReproduction::shifted));
    claims.add(
        Claim.quick(
            "sums of three partitions merge into those of all rows",
            "Chan, Golub, LeVeque 1979",
            "unbiased CKA within 1e-12",
            ConvergentReproduction::merged));
    claims.add(
        Claim.quick(
            "shuffled rows score what theory says: unbiased CKA 0, mutual neighbours k/(n-1)",
            TRUTH,
            "both within 0.002",
            ConvergentReproduction::nulls));
    claims.addAll(PlantedClaims.all());
    claims.addAll(RealDataClaims.all());
    claims.add(LargeClaim.claim());
    return List.copyOf(claims);
  }

  private static Measured copy(Run run) {
    Vectors a = Planted.gaussian(1_000, 40, run.random("convergent copy"));
    Vectors b = Planted.turned(a, 3.7, run.random("convergent rotation"));
    PairMoments moments = PairMoments.of(new VectorPair(a, b), run);
    double[] scores = {
      Cka.biased(moments),
      Cka.unbiased(moments),
      Procrustes.of(moments).nuclear(),
      MutualNeighbours.of(a, b, 10, run).score()
    };
    double worst = 0;
    for (double score : scores) {
      worst = Math.max(worst, Math.abs(1 - score));
    }
    return Measured.of(String.format(Locale.ROOT, "%.1e off", worst), worst <= 1e-6);
  }

  private static Measured stretched(Run run) {
    Vectors a = Planted.gaussian(1_000, 40, run.random("convergent stretched"));
    PairMoments moments = PairMoments.of(new VectorPair(a, Planted.stretched(a, 10)), run);
    double score = Math.max(Cka.biased(moments), Cka.unbiased(moments));
    return Measured.of(String.format(Locale.ROOT, "%.3f", score), score < 0.95);
  }

  private static Claim unrelated(int n, int d, String expected, double biased, double bound) {
    String sentence =
        String.format(
            Locale.ROOT,
            "unrelated Gaussian spaces (n = %,d, p = q = %d) score 0 only by unbiased CKA",
            n,
            d);
    return Claim.quick(
        sentence,
        TRUTH,
        expected,
        run -> {
          Vectors a = Planted.gaussian(n, d, run.random("convergent unrelated a " + n));
          Vectors b = Planted.gaussian(n, d, run.random("convergent unrelated b " + n));
          PairMoments moments = PairMoments.of(new VectorPair(a, b), run);
          double high = Cka.biased(moments);
          double fair = Cka.unbiased(moments);
          return Measured.of(
              String.format(Locale.ROOT, "biased %.4f, unbiased %.4f", high, fair),
              Math.abs(high - biased) <= 0.01 && Math.abs(fair) < bound);
        });
  }

  private static Measured batches(Run run) {
    int batch = 256;
    int count = 40;
    Vectors a = Planted.gaussian(batch * count, 16, run.random("convergent batches"));
    Vectors b = Planted.noisy(a, 1, run.random("convergent batch noise"));
    double whole = Hsic.unbiased(PairMoments.of(new VectorPair(a, b), run)).ab();
    double sum = 0;
    double squares = 0;
    for (int from = 0; from < a.n(); from += batch) {
      PairMoments part = PairMoments.of(a.slice(from, from + batch), b.slice(from, from + batch));
      double hsic = Hsic.unbiased(part).ab();
      sum += hsic;
      squares += hsic * hsic;
    }
    double mean = sum / count;
    double error = Math.sqrt((squares / count - mean * mean) / (count - 1));
    double off = (mean - whole) / error;
    return Measured.of(String.format(Locale.ROOT, "%.2f standard errors", off), Math.abs(off) <= 2)
        .noting(String.format(Locale.ROOT, "mean %.4f, all rows %.4f", mean, whole));
  }

  private static Measured shifted(Run run) {
    Vectors a = Planted.onGrid(Planted.gaussian(1_000, 30, run.random("convergent shifted")));
    Vectors b = Planted.onGrid(Planted.noisy(a, 0.5, run.random("convergent shifted noise")));
    PairMoments plain = PairMoments.of(new VectorPair(a, b), run);
    PairMoments far =
        PairMoments.of(new VectorPair(Planted.plus(a, 1_000), Planted.plus(b, 1_000)), run);
    double change = Math.abs(Cka.biased(plain) - Cka.biased(far));
    change = Math.max(change, Math.abs(Cka.unbiased(plain) - Cka.unbiased(far)));
    change =
        Math.max(change, Math.abs(Procrustes.of(plain).nuclear() - Procrustes.of(far).nuclear()));
    return Measured.of(String.format(Locale.ROOT, "changes %.1e", change), change <= 1e-9);
  }

  private static Measured merged(Run run) {
    Vectors a = Planted.gaussian(3_000, 20, run.random("convergent merged"));
    Vectors b = Planted.noisy(a, 2, run.random("convergent merged noise"));
    PairMoments merged =
        PairMoments.of(a.slice(0, 7), b.slice(0, 7))
            .merge(PairMoments.of(a.slice(7, 2_000), b.slice(7, 2_000)))
            .merge(PairMoments.of(a.slice(2_000, 3_000), b.slice(2_000, 3_000)));
    double whole = Cka.unbiased(PairMoments.of(new VectorPair(a, b), run));
    double change = Math.abs(Cka.unbiased(merged) - whole);
    return Measured.of(String.format(Locale.ROOT, "changes %.1e", change), change <= 1e-12);
  }

  private static Measured nulls(Run run) {
    int n = 1_000;
    SplittableRandom random = run.random("convergent null");
    Vectors a = Planted.gaussian(n, 20, random);
    Vectors b = Planted.noisy(a, 0.5, random);
    SpacesConfig config = SpacesConfig.DEFAULTS.with("measures", "cka,mknn");
    var similarity = new Spaces().run(new VectorPair(a, b), config, run);
    double cka = similarity.score("cka").orElseThrow().chance().orElseThrow().mean();
    double mutual = similarity.score("mknn").orElseThrow().chance().orElseThrow().mean();
    double chance = config.k() / (n - 1.0);
    return Measured.of(
        String.format(Locale.ROOT, "%.4f; %.4f for %.4f", cka, mutual, chance),
        Math.abs(cka) <= 0.002 && Math.abs(mutual - chance) <= 0.002);
  }
}
