package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.catalogue.Catalogue;
import dev.grassmann.core.data.CorpusReader;
import dev.grassmann.core.data.DocumentBlock;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.FigureTable;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What must come out of 1,000 snippets of the Pile whose sources are known. */
final class PileClaims {
  private static final String REFERENCE = "the released program's weights, 200 halvings";
  private static final String WITHIN = "each within 2.8 standard errors";
  private static final int SPLITS = 5;

  /** Of our own; the figures beside which they stand are means of {@value #THEIRS}. */
  private static final int OURS = 40;

  private static final int THEIRS = 200;

  /** Ten comparisons of means, of which one in twenty such proofs errs. */
  private static final double ERRORS = 2.8;

  private PileClaims() {}

  /** A snippet and where it is from. */
  private record Snippet(String text, String label) {}

  /** One source's snippets halved: one half is the target, the other lies before all else. */
  private record Halved(List<String> target, List<Snippet> raw, long wanted) {
    List<String> texts() {
      return raw.stream().map(Snippet::text).toList();
    }
  }

  static List<Claim> all() {
    List<String> data = List.of("toy-pile");
    return List.of(
        Claim.full(
            "snippets of one source are found by half of them: 10 sources, mean of 40 halvings",
            REFERENCE,
            "1.00 1.00 0.93 0.82 0.81 0.62 0.57 0.45 0.37 0.29; " + WITHIN,
            data,
            run -> means("share", (halved, split) -> share(halved, split, 1, true, run), run)),
        Claim.full(
            "the draw and the largest weights choose alike",
            REFERENCE,
            "shares differ by < 0.01 on average",
            data,
            PileClaims::drawAgainstTop),
        Claim.full(
            "the chosen are nearer to the target than the raw snippets: KL reduction",
            REFERENCE,
            "0.63 0.35 0.25 0.25 0.37 0.26 0.11 0.24 0.19 0.15; " + WITHIN,
            data,
            run ->
                means(
                    "gain",
                    (halved, split) -> reduction(halved, chosen(halved, 1, true, split, run)),
                    run)),
        Claim.full(
            "as many random ones are not",
            REFERENCE,
            "-0.15 -0.08 -0.03 0.13 0.03 0.18 -0.03 0.12 0.14 0.12; " + WITHIN,
            data,
            run ->
                means(
                    "random_gain",
                    (halved, split) -> reduction(halved, atRandom(halved, split, run)),
                    run)),
        Claim.full(
            "without smoothing the choice collapses",
            REFERENCE,
            "1.00 0.34 0.33 0.10 0.63 0.03 0.30 0.10 0.07 0.00; " + WITHIN,
            data,
            run -> means("unsmoothed", (halved, split) -> share(halved, split, 0, true, run), run)),
        Claim.full(
            "a trigram model of the chosen predicts the target, which it has not seen, better than one"
                + " of random snippets with as many tokens",
            "paper, section 5, on a small scale",
            ">= 9 of 10 sources",
            data,
            PileClaims::perplexities));
  }

  /** A figure of one halving. */
  private interface OfHalving {
    double of(Halved halved, int split);
  }

  private static FigureTable theirs() {
    return FigureTable.read(PileClaims.class, "pile-splits.csv");
  }

  /** Compares our mean over halvings with theirs, source by source. */
  private static Measured means(String column, OfHalving figure, Run run) {
    List<Snippet> snippets = read();
    FigureTable theirs = theirs();
    StringBuilder found = new StringBuilder();
    double worst = 0;
    for (int i = 0; i < theirs.rows().size(); i++) {
      double mean = 0;
      for (int split = 0; split < OURS; split++) {
        Halved halved = halved(snippets, theirs.rows().get(i), split, run);
        mean += figure.of(halved, split) / OURS;
      }
      double deviation = theirs.columns().get(column + "_sd")[i];
      double allowed = ERRORS * deviation * Math.sqrt(1.0 / OURS + 1.0 / THEIRS);
      double off = Math.abs(mean - theirs.columns().get(column)[i]);
      worst = Math.max(worst, off < 1e-4 ? 0 : off / allowed);
      found.append(String.format(Locale.ROOT, " %.2f", mean));
    }
    return Measured.of(found.toString().strip(), worst <= 1)
        .noting(String.format(Locale.ROOT, "largest: %.1f standard errors", ERRORS * worst));
  }

  private static Measured drawAgainstTop(Run run) {
    List<Snippet> snippets = read();
    double sum = 0;
    List<String> sources = theirs().rows();
    for (String source : sources) {
      double difference = 0;
      for (int split = 0; split < SPLITS; split++) {
        Halved halved = halved(snippets, source, split, run);
        difference += share(halved, split, 1, true, run) - share(halved, split, 1, false, run);
      }
      sum += Math.abs(difference / SPLITS);
    }
    double mean = sum / sources.size();
    return Measured.of(String.format(Locale.ROOT, "%.4f", mean), mean < 0.01);
  }

  /** Of the chosen, how many are of the wanted source. */
  private static double share(Halved halved, int split, double smoothing, boolean noise, Run run) {
    List<Integer> chosen = chosen(halved, smoothing, noise, split, run);
    long hits = chosen.stream().filter(i -> i < halved.wanted()).count();
    return (double) hits / chosen.size();
  }

  private static double reduction(Halved halved, List<Integer> which) {
    FeatureMap map = FeatureMap.DEFAULT;
    List<String> texts = halved.texts();
    return Divergence.reduction(
        List.of(TextWeights.counts(map, halved.target())),
        TextWeights.counts(map, texts),
        TextWeights.counts(map, which.stream().map(texts::get).toList()),
        1);
  }

  private static Measured perplexities(Run run) {
    List<Snippet> snippets = read();
    List<String> sources = theirs().rows();
    int better = 0;
    int strictly = 0;
    StringBuilder note = new StringBuilder();
    for (String label : sources) {
      double[] whole = crossEntropies(snippets, label, 0, run);
      double[] strict = crossEntropies(snippets, label, 1.0 / 3, run);
      better += whole[0] < whole[1] ? 1 : 0;
      strictly += strict[0] < strict[1] ? 1 : 0;
      note.append(
          String.format(
              Locale.ROOT, " %s %.0f/%.0f", label, Math.exp(strict[0]), Math.exp(strict[1])));
    }
    return Measured.of(strictly + " of " + sources.size(), strictly >= 9)
        .noting(
            "perplexity chosen/random:"
                + note
                + "; where the choice has seen the text that is predicted, "
                + better
                + " of 10");
  }

  /**
   * Mean nats a token of target text under models of the chosen and of random snippets.
   *
   * @param hidden share of the target that the choice does not see, and that is then predicted; 0:
   *     the choice sees all, and all is predicted
   */
  private static double[] crossEntropies(
      List<Snippet> snippets, String label, double hidden, Run run) {
    double[] sums = new double[2];
    for (int split = 0; split < SPLITS; split++) {
      Halved halved = halved(snippets, label, split, run);
      List<String> target = halved.target();
      int held = Math.max(hidden > 0 ? 1 : 0, (int) (target.size() * hidden));
      List<String> test = held == 0 ? target : target.subList(0, held);
      Halved seen = new Halved(target.subList(held, target.size()), halved.raw(), halved.wanted());
      TrigramTrial trial = new TrigramTrial(halved.texts(), test);
      List<Integer> ours = chosen(seen, 1, true, split, run);
      sums[0] += trial.crossEntropy(ours, Long.MAX_VALUE) / SPLITS;
      List<Integer> others = shuffled(halved, split, run);
      sums[1] += trial.crossEntropy(others, trial.tokens(ours)) / SPLITS;
    }
    return sums;
  }

  private static List<Integer> chosen(
      Halved halved, double smoothing, boolean noise, int split, Run run) {
    TextWeights weights =
        TextWeights.of(FeatureMap.DEFAULT, smoothing, halved.target(), halved.texts());
    Run seeded = Run.seeded(run.seed() + split);
    DocumentSet set = PlantedClaims.choose(weights, halved.wanted(), noise, seeded);
    return IntStream.range(0, halved.raw().size()).filter(set::has).boxed().toList();
  }

  private static List<Integer> atRandom(Halved halved, int split, Run run) {
    return shuffled(halved, split, run).subList(0, (int) halved.wanted());
  }

  private static List<Integer> shuffled(Halved halved, int split, Run run) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, halved.raw().size()).boxed().toList());
    shuffle(order, run.random("dsir random choice " + split));
    return order;
  }

  private static Halved halved(List<Snippet> snippets, String label, int split, Run run) {
    List<Snippet> wanted =
        new ArrayList<>(snippets.stream().filter(s -> s.label().equals(label)).toList());
    shuffle(wanted, run.random("dsir split " + label + " " + split));
    int half = wanted.size() / 2;
    List<Snippet> raw = new ArrayList<>(wanted.subList(half, wanted.size()));
    snippets.stream().filter(s -> !s.label().equals(label)).forEach(raw::add);
    List<String> target = wanted.subList(0, half).stream().map(Snippet::text).toList();
    return new Halved(target, raw, wanted.size() - half);
  }

  private static <T> void shuffle(List<T> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }

  private static List<Snippet> read() {
    List<Snippet> snippets = new ArrayList<>();
    var corpus = CorpusFiles.open(Catalogue.of("toy-pile").path().orElseThrow());
    try (CorpusReader reader = corpus.open(DocumentText.DEFAULT)) {
      Optional<DocumentBlock> block = reader.next();
      while (block.isPresent()) {
        while (block.get().next()) {
          JsonNode line = Json.parse(block.get().raw().text(), corpus.name());
          snippets.add(
              new Snippet(
                  line.path("contents").asText(),
                  line.path("metadata").path("pile_set_name").asText()));
        }
        block = reader.next();
      }
    }
    return snippets;
  }
}
