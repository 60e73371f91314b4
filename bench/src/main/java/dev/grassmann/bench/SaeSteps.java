package dev.grassmann.bench;

import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.List;
import java.util.Map;

/** A sparse autoencoder in the engine's loop, on rows as they are. */
final class SaeSteps implements Learner {
  private final SaeLearner learner;
  private final List<Parameter> parameters;

  SaeSteps(SaeLearner learner) {
    this.learner = learner;
    this.parameters = learner.parameters();
  }

  @Override
  public String about() {
    return learner.about();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    SaeLearner.Outcome outcome = learner.descend(batch.numbers(), batch.size(), step);
    return new Outcome(outcome.loss(), Map.of());
  }

  @Override
  public void moved(long step) {
    learner.moved(step);
  }

  @Override
  public void save(State state) {
    learner.save(state);
  }

  @Override
  public void load(State state) {
    learner.load(state);
  }
}
