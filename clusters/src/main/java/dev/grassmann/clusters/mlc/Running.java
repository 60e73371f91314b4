package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.State;

/** A network's running means and variances in a checkpoint. */
final class Running {
  private Running() {}

  static void save(LinearizingNetwork network, State state) {
    for (ArrayParameter kept : network.running()) {
      state.put(kept.name(), kept.values(), kept.shape());
    }
  }

  static void load(LinearizingNetwork network, State state) {
    for (ArrayParameter kept : network.running()) {
      state.restore(kept.name(), kept.values());
    }
  }
}
