package dev.grassmann.tables.dsir;

import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What must come out of texts whose topics are known. */
final class PlantedClaims {
  private static final String TRUTH = "ground truth";
  private static final int SEEDS = 3;

  private PlantedClaims() {}

  /**
   * Of one seed: how well the wanted texts are found, and the gain of the draw and of the truth.
   */
  private record Found(double auc, double drawn, double top, double gain, double oracle) {}

  static List<Claim> all() {
    return List.of(
        Claim.quick(
            "one of two topics, a twentieth of the texts, is found by 50 texts (worst of 3 seeds)",
            TRUTH,
            "AUC > 0.99, precision > 0.97 drawn and top-k",
            run -> found(2, run)),
        Claim.quick(
            "so is one topic of 20", TRUTH, "AUC > 0.99, precision > 0.97", run -> found(20, run)),
        Claim.quick(
            "without smoothing the weights become a length penalty (two topics, mean of 3 seeds)",
            TRUTH + ", measured before on such texts",
            "AUC 0.92 to 0.93 +- 0.03, precision 0.41 +- 0.1",
            PlantedClaims::unsmoothed),
        Claim.quick(
            "KL reduction of the draw is near that of the true texts",
            TRUTH,
            ">= 80 % of the truth's",
            PlantedClaims::gain));
  }

  private static Measured found(int topics, Run run) {
    double auc = 1;
    double precision = 1;
    for (int seed = 0; seed < SEEDS; seed++) {
      Found found = draw(topics, run, seed, 1);
      auc = Math.min(auc, found.auc());
      precision = Math.min(precision, Math.min(found.drawn(), found.top()));
    }
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.3f", auc, precision), auc > 0.99 && precision > 0.97);
  }

  private static Measured unsmoothed(Run run) {
    double auc = 0;
    double precision = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Found found = draw(2, run, seed, 0);
      auc += found.auc() / SEEDS;
      precision += found.drawn() / SEEDS;
    }
    return Measured.of(
        String.format(Locale.ROOT, "%.3f, %.2f", auc, precision),
        auc >= 0.89 && auc <= 0.96 && Math.abs(precision - 0.41) <= 0.1);
  }

  private static Measured gain(Run run) {
    double least = Double.POSITIVE_INFINITY;
    for (int seed = 0; seed < SEEDS; seed++) {
      Found found = draw(2, run, seed, 1);
      least = Math.min(least, found.gain() / found.oracle());
    }
    return Measured.of(String.format(Locale.ROOT, "%.0f %%", 100 * least), least >= 0.8);
  }

  private static Found draw(int count, Run run, int seed, double smoothing) {
    Run seeded = Run.seeded(run.seed() + seed);
    PlantedTopics topics = PlantedTopics.of(count, seeded);
    FeatureMap map = FeatureMap.DEFAULT;
    TextWeights weights = TextWeights.of(map, smoothing, topics.target(), topics.raw());
    DocumentSet drawn = choose(weights, topics.wanted(), true, seeded);
    DocumentSet top = choose(weights, topics.wanted(), false, seeded);
    BucketCounts target = TextWeights.counts(map, topics.target());
    BucketCounts raw = TextWeights.counts(map, topics.raw());
    int[] chosen = IntStream.range(0, topics.raw().size()).filter(drawn::has).toArray();
    int[] true200 =
        IntStream.range(0, topics.raw().size()).filter(i -> topics.isWanted()[i]).toArray();
    return new Found(
        auc(weights.logs(), topics.isWanted()),
        precision(drawn, topics),
        precision(top, topics),
        reduction(target, raw, map, topics.raw(), chosen),
        reduction(target, raw, map, topics.raw(), true200));
  }

  private static double reduction(
      BucketCounts target, BucketCounts raw, FeatureMap map, List<String> texts, int[] which) {
    List<String> chosen = Arrays.stream(which).mapToObj(texts::get).toList();
    return Divergence.reduction(List.of(target), raw, TextWeights.counts(map, chosen), 1);
  }

  static DocumentSet choose(TextWeights weights, long k, boolean noise, Run run) {
    Draw.Rules rules =
        new Draw.Rules(List.of(k), noise ? Draw.Order.GUMBEL : Draw.Order.LARGEST, 0, 1);
    return Draw.draw(weights::open, weights.logs().length, rules, run);
  }

  private static double precision(DocumentSet chosen, PlantedTopics topics) {
    long hits =
        IntStream.range(0, topics.raw().size())
            .filter(i -> topics.isWanted()[i] && chosen.has(i))
            .count();
    return (double) hits / chosen.size();
  }

  /** Chance that a wanted text weighs more than another. */
  private static double auc(double[] logs, boolean[] wanted) {
    double above = 0;
    long pairs = 0;
    for (int i = 0; i < logs.length; i++) {
      for (int j = 0; wanted[i] && j < logs.length; j++) {
        if (!wanted[j]) {
          above += logs[i] > logs[j] ? 1 : logs[i] == logs[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return above / pairs;
  }
}
