package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.Draws;
import dev.grassmann.dictionaries.train.Learning;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/**
 * What the methods of the family have in common once their options are read.
 *
 * @param features number of latents, F
 */
public record FamilyTraining(Learning learning, Footing footing, Revival revival, int features) {
  /** Makes a decoder of another kind at its start. */
  @FunctionalInterface
  public interface Start {
    /**
     * The decoder.
     *
     * @param weights encoder and biases as the footing has them; may be overwritten
     */
    Decoding decoding(Weights weights);
  }

  /** Trains with the linear decoder. */
  SaeTraining train(Vectors vectors, Rule rule, Run run) {
    return train(vectors, rule, weights -> null, run);
  }

  /** A learner with the linear decoder, at its start. */
  SaeLearner start(Rule rule, float[] first, int rows, Run run) {
    return learner(rule, weights -> null, first, rows, run);
  }

  private SaeLearner learner(Rule rule, Start start, float[] first, int rows, Run run) {
    Weights weights =
        Weights.start(footing, features, first, rows, Draws.of(run.seed(), "start", 0));
    Decoding decoding = start.decoding(weights);
    return new FamilyLearner(rule, decoding, footing, revival, weights, run.seed());
  }

  /** Trains with a decoder of another kind. */
  public SaeTraining train(Vectors vectors, Rule rule, Start start, Run run) {
    return new SaeTrainer(learning, features, run)
        .train(vectors, (first, rows) -> learner(rule, start, first, rows, run));
  }
}
