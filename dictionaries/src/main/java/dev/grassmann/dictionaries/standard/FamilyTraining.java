package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.train.Learning;
import dev.grassmann.dictionaries.train.SaeTrainer;
import dev.grassmann.dictionaries.train.SaeTraining;

/**
 * What the methods of the family have in common once their options are read.
 *
 * @param features number of latents, F
 */
record FamilyTraining(Learning learning, Footing footing, Revival revival, int features) {
  SaeTraining train(Vectors vectors, Rule rule, Run run) {
    return new SaeTrainer(learning, features, run)
        .train(
            vectors,
            (first, rows) ->
                new FamilyLearner(rule, footing, revival, features, first, rows, run.seed()));
  }
}
