package dev.grassmann.tables.kan;

import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.List;

/** A network that learns from rows by gradients computed by hand. */
final class KanLearner implements Learner {
  private final KanNetwork network;
  private final Objective objective;
  private final int threads;
  private final KanPass pass;
  private float[] dy = {};

  KanLearner(KanNetwork network, Objective objective, int threads) {
    this.network = network;
    this.objective = objective;
    this.threads = threads;
    this.pass = new KanPass(network, threads);
  }

  @Override
  public List<Parameter> parameters() {
    return List.copyOf(network.parameters());
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    return new Outcome(learn(batch.numbers(), batch.rows()));
  }

  /** The loss; leaves its gradient in the parameters. */
  double learn(float[] x, int[] rows) {
    float[] y = pass.forward(x, rows.length);
    if (dy.length < rows.length * network.outputs()) {
      dy = new float[rows.length * network.outputs()];
    }
    double sum = objective.sum(y, rows, rows.length, dy);
    pass.backward(dy);
    return sum / rows.length;
  }

  @Override
  public void moved(long step) {
    network.refresh(threads);
  }

  @Override
  public void load(State state) {
    network.refresh();
  }
}
