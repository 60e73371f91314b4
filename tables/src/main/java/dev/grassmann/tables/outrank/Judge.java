package dev.grassmann.tables.outrank;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Scores the items of a plan, batch by batch. */
final class Judge {
  private final Rows rows;
  private final int first;
  private final Encoder encoder;
  private final OutRankConfig config;
  private final Scorer scorer;
  private final Codes[] target;
  private final List<Source> sources;
  private final Run run;
  private Feature[] held; // encoded once where pairs or combinations need them again and again
  private Codes[][] cut;

  /**
   * @param first number of the first batch of these rows, 0 unless they are a part of a table
   * @param model features of a reference model, empty where scores are no gains over one
   */
  Judge(
      Rows rows,
      int first,
      Encoder encoder,
      OutRankConfig config,
      Feature target,
      List<Source> sources,
      List<Feature> model,
      Run run) {
    this.rows = rows;
    this.first = first;
    this.encoder = encoder;
    this.config = config;
    this.target = cut(target.codes());
    this.scorer =
        model.isEmpty()
            ? Scorers.of(config, rows, first, run)
            : new ModelGain(
                new Surrogate(config.heuristic(), run),
                model.stream().map(feature -> cut(feature.codes())).toList(),
                this.target,
                run);
    this.sources = sources;
    this.run = run;
  }

  /** What the scores are, for reports. */
  String measure() {
    String measure = config.heuristic().measure();
    return scorer instanceof ModelGain gain
        ? String.format(
            Locale.ROOT, "gain over the reference model's %.4f in %s", gain.alone(), measure)
        : measure;
  }

  /** Outcomes in the order of the items. */
  List<Outcome> score(Plan plan) {
    if (config.scoresPairs() || plan.combines()) {
      hold();
    }
    return Workers.map(
        plan.items().size(),
        "scoring",
        run,
        Scratch::new,
        (i, scratch) -> outcome(plan.items().get(i), i, plan.cover(), scratch));
  }

  private void hold() {
    held =
        Workers.map(
                sources.size(),
                "encoding",
                run,
                () -> 0,
                (i, none) -> sources.get(i).feature(encoder))
            .toArray(Feature[]::new);
    cut =
        Arrays.stream(held)
            .map(feature -> config.scoresPairs() ? cut(feature.codes()) : null)
            .toArray(Codes[][]::new);
  }

  private Outcome outcome(Item item, int index, Cover cover, Scratch scratch) {
    if (item instanceof Item.Pair pair) {
      return new Outcome(
          null, scores(cut[pair.first()], cut[pair.second()], index, cover, scratch));
    }
    if (item instanceof Item.Self) {
      return new Outcome(null, scores(target, target, index, cover, scratch));
    }
    Feature feature = item instanceof Item.Joint joint ? joint(joint) : single((Item.Single) item);
    double[] scores = scores(cut(feature.codes()), target, index, cover, scratch);
    return new Outcome(Outcome.Described.of(feature), scores);
  }

  private Feature single(Item.Single item) {
    return held == null ? sources.get(item.source()).feature(encoder) : held[item.source()];
  }

  private Feature joint(Item.Joint item) {
    Feature feature = held[item.members().get(0)];
    for (int member : item.members().subList(1, item.members().size())) {
      feature = feature.and(held[member]);
    }
    return feature;
  }

  private double[] scores(Codes[] one, Codes[] other, int index, Cover cover, Scratch scratch) {
    double[] scores = new double[rows.batches()];
    for (int b = 0; b < scores.length; b++) {
      int batch = first + b;
      scores[b] =
          cover.scores(index, batch) ? scorer.score(one[b], other[b], batch, scratch) : Double.NaN;
    }
    return scores;
  }

  private Codes[] cut(Codes whole) {
    return rows.cut(whole, config.heuristic().needsOrder());
  }
}
