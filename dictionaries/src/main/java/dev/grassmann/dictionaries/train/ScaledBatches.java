package dev.grassmann.dictionaries.train;

import dev.grassmann.dictionaries.InputScaler;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sparse autoencoder as the engine trains it: rows are scaled before it sees them.
 *
 * @param data what tells the data from others of their size, for checkpoints
 */
record ScaledBatches(SaeLearner learner, InputScaler scaler, String data) implements Learner {
  /** Figures of the log; the error is that of scaled rows. */
  static final String ERROR = "mean_squared_error";

  static final String L0 = "l0";
  static final String DEAD = "dead";

  @Override
  public String about() {
    return learner.about() + "; " + data;
  }

  @Override
  public List<Parameter> parameters() {
    return learner.parameters();
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    float[] rows = batch.numbers();
    scaler.scaleAll(rows, batch.size());
    SaeLearner.Outcome outcome = learner.descend(rows, batch.size(), step);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(ERROR, outcome.squaredError() / batch.size());
    figures.put(L0, (double) outcome.active() / batch.size());
    figures.put(DEAD, (double) outcome.dead());
    return new Outcome(outcome.loss(), figures);
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
