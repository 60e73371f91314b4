package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;

/** A network's running means and variances in a checkpoint. */
final class Running {
  private Running() {}

  static void save(LinearizingNetwork network, State state) {
    for (Parameter kept : network.running()) {
      state.put(kept.name(), ((ArrayParameter) kept).values(), kept.shape());
    }
  }

  static void load(LinearizingNetwork network, State state) {
    for (Parameter kept : network.running()) {
      state.restore(kept.name(), ((ArrayParameter) kept).values());
    }
  }
}
