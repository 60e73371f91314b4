package dev.grassmann.tables.outrank;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.proof.Reproduction;
import dev.grassmann.core.result.FeatureRanking;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.outrank.OutRankConfig.NullModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** What OutRank is said to do, measured again. */
public final class OutRankReproduction implements Reproduction {
  private static final String REFERENCE = "reference implementation";
  private static final String TRUTH = "ground truth";
  private static final int ROWS = 16_384;
  private static final int[] CARDINALITIES = {2, 10, 100, 1_000, 5_000, 20_000};
  private static final int DRAWS = 5;

  @Override
  public int system() {
    return 1;
  }

  @Override
  public String id() {
    return "outrank";
  }

  @Override
  public List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    claims.add(
        Claim.quick(
            "15 scores of generated columns are the reference's, in both directions",
            REFERENCE,
            "within 1e-8",
            run -> ParityFigures.scores()));
    claims.add(
        Claim.quick(
            "adjusted mutual information is scikit-learn's",
            REFERENCE,
            "within 1e-8",
            run -> ParityFigures.adjusted()));
    claims.add(
        Claim.quick(
            "noise of 2 to 20,000 values scores nothing when corrected",
            TRUTH,
            "|score| < 0.015",
            OutRankReproduction::noise));
    claims.add(
        Claim.quick(
            "uncorrected, noise of 20,000 values scores what it does in the reference",
            REFERENCE,
            "0.470 +- 0.01",
            OutRankReproduction::plainNoise));
    claims.add(
        Claim.quick(
            "a weak true column is first when corrected, behind noise when not",
            TRUTH,
            "0.204 +- 0.01, rank 1; rank 2 plain",
            OutRankReproduction::weakColumn));
    claims.add(
        Claim.quick(
            "the needle f30 is found in 100 columns",
            TRUTH,
            "first, 10 x the second",
            OutRankReproduction::needle));
    claims.add(
        Claim.quick(
            "the label f30 + f50 is found by combining two columns",
            TRUTH,
            "f30 AND f50 first of 5,050",
            run -> pairNeedle(run, Integer::sum)));
    claims.add(
        Claim.quick(
            "what only f30 and f50 together say is found with order 2 only",
            TRUTH,
            "order 1 < 0.015; f30 AND f50 first",
            run -> pairNeedle(run, (f30, f50) -> (f30 + f50) % 2)));
    claims.add(
        Claim.quick(
            "3MR passes over an exact copy of its first pick",
            TRUTH,
            "second: weak",
            OutRankReproduction::copy));
    claims.add(
        Claim.quick(
            "the self test's table of 100 columns x 100,000 rows gives 201 triplets",
            REFERENCE,
            "201",
            OutRankReproduction::triplets));
    claims.add(
        Claim.quick(
            "stratified reduction to half of the rows halves the score and no more",
            "method section",
            "0.5 x 0.345 +- 0.02",
            run -> ParityFigures.reduced()));
    claims.addAll(RealDataClaims.all());
    return List.copyOf(claims);
  }

  private static CorrectedMi kernel(Run run) {
    return new CorrectedMi(
        CorrectedMi.cLogC(ROWS), Nulls.of(NullModel.SHIFT, new int[] {ROWS}, run));
  }

  private static Measured noise(Run run) {
    CorrectedMi kernel = kernel(run);
    double worst = 0;
    double worstMean = 0;
    for (int cardinality : CARDINALITIES) {
      double sum = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        SplittableRandom random = run.random("outrank noise " + cardinality + " " + draw);
        Codes label = Planted.noise(ROWS, 2, random);
        Codes noise = Planted.noise(ROWS, cardinality, random);
        double score = kernel.nats(label, noise, 0, new Scratch());
        worst = Math.max(worst, Math.abs(score));
        sum += score;
      }
      worstMean = Math.max(worstMean, Math.abs(sum / DRAWS));
    }
    return Measured.of(String.format(Locale.ROOT, "%.4f", worst), worst < 0.015)
        .noting(String.format(Locale.ROOT, "largest mean over %d draws %.4f", DRAWS, worstMean));
  }

  private static Measured plainNoise(Run run) {
    double[] cLogC = CorrectedMi.cLogC(ROWS);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      SplittableRandom random = run.random("outrank plain noise " + draw);
      sum +=
          PlainMi.nats(Planted.noise(ROWS, 2, random), Planted.noise(ROWS, 20_000, random), cLogC);
    }
    double mean = sum / DRAWS;
    return Measured.of(String.format(Locale.ROOT, "%.3f", mean), Math.abs(mean - 0.470) <= 0.01);
  }

  /** x = (3 y + U{0 .. 9}) mod 13 beside noise of 20,000 values. */
  private static Measured weakColumn(Run run) {
    SplittableRandom random = run.random("outrank weak column");
    int[] coin = random.ints(ROWS, 0, 2).toArray();
    int[] weak = Arrays.stream(coin).map(y -> (3 * y + random.nextInt(10)) % 13).toArray();
    Codes label = Codes.dense(coin, 2);
    Codes column = Codes.dense(weak, 13);
    Codes noise = Planted.noise(ROWS, 20_000, random);
    double[] cLogC = CorrectedMi.cLogC(ROWS);
    CorrectedMi kernel = kernel(run);
    double corrected = kernel.nats(label, column, 0, new Scratch());
    boolean first = corrected > kernel.nats(label, noise, 0, new Scratch());
    boolean behind = PlainMi.nats(label, column, cLogC) < PlainMi.nats(label, noise, cLogC);
    return Measured.of(
        String.format(
            Locale.ROOT, "%.3f, rank %d; rank %d plain", corrected, first ? 1 : 2, behind ? 2 : 1),
        first && behind && Math.abs(corrected - 0.204) <= 0.01);
  }

  private static Measured needle(Run run) {
    FeatureRanking ranking =
        new OutRank()
            .run(
                Planted.haystack(ROWS, (f30, f50) -> f30 < 40 ? 0 : 1, run),
                OutRankConfig.DEFAULTS,
                run);
    double first = ranking.scores().get(0).score();
    double second = ranking.scores().get(1).score();
    String best = ranking.order().get(0);
    return Measured.of(
        String.format(Locale.ROOT, "%s %.3f, then %.4f", best, first, second),
        best.equals("f30") && first > 10 * second);
  }

  private static Measured pairNeedle(Run run, Planted.Label label) {
    var table = Planted.haystack(ROWS, label, run);
    FeatureRanking singles = new OutRank().run(table, OutRankConfig.DEFAULTS, run);
    FeatureRanking pairs = new OutRank().run(table, OutRankConfig.DEFAULTS.with("order", 2), run);
    double single = singles.scores().get(0).score();
    double first = pairs.scores().get(0).score();
    String best = pairs.order().get(0);
    boolean hidden = label.of(10, 10) == 0; // the parity, of which no single column knows anything
    boolean holds = best.equals("f30 AND f50") && (!hidden || Math.abs(single) < 0.015);
    return Measured.of(
        String.format(Locale.ROOT, "order 1: %.3f; %s %.3f", single, best, first), holds);
  }

  private static Measured copy(Run run) {
    OutRankConfig config = OutRankConfig.DEFAULTS.with(Map.of("3mr", true));
    FeatureRanking ranking = new OutRank().run(Planted.copied(ROWS, run), config, run);
    List<String> order = ranking.selection();
    return Measured.of(
        "second: " + order.get(1) + ", copy at " + (order.indexOf("copy") + 1),
        order.get(0).equals("strong") && order.get(1).equals("weak"));
  }

  private static Measured triplets(Run run) {
    FeatureRanking ranking =
        new OutRank()
            .run(
                Planted.haystack(100_000, (f30, f50) -> f30 < 40 ? 0 : 1, run),
                OutRankConfig.PAPER,
                run);
    int count = ranking.triplets().size();
    return Measured.of(Integer.toString(count), count == 201);
  }
}
