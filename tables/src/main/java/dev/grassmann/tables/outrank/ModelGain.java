package dev.grassmann.tables.outrank;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * What a column adds to a model: the surrogate's score of the model's features and the column, less
 * that of the model's features alone.
 */
final class ModelGain implements Scorer {
  private final Surrogate surrogate;
  private final List<List<Codes>> features; // of the model, one list a batch
  private final double[] alone;

  /**
   * @param features of the model, cut into batches, at least one
   * @param target cut the same
   */
  ModelGain(Surrogate surrogate, List<Codes[]> features, Codes[] target, Run run) {
    this.surrogate = surrogate;
    this.features = new ArrayList<>();
    for (int batch = 0; batch < target.length; batch++) {
      int b = batch;
      this.features.add(features.stream().map(feature -> feature[b]).toList());
    }
    this.alone =
        Workers.map(
                target.length,
                "scoring the model",
                run,
                () -> 0,
                (b, none) -> surrogate.score(this.features.get(b), target[b]))
            .stream()
            .mapToDouble(score -> score)
            .toArray();
  }

  @Override
  public double score(Codes first, Codes second, int batch, Scratch scratch) {
    List<Codes> together = new ArrayList<>(features.get(batch));
    together.add(first);
    return surrogate.score(together, second) - alone[batch];
  }

  /** The model's own score, median over batches. */
  double alone() {
    return Outcome.median(alone);
  }
}
