package dev.grassmann.tables.kan;

import dev.grassmann.engine.train.ArrayParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Layers of curves, one behind the other. */
final class KanNetwork {
  private final List<KanLayer> layers;

  KanNetwork(List<KanLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * An untrained network.
   *
   * @param widths inputs, hidden units of each layer, outputs
   */
  static KanNetwork untrained(SplineGrid grid, int[] widths, RandomGenerator random) {
    List<KanLayer> layers = new ArrayList<>();
    KanStart start = new KanStart(grid);
    for (int l = 0; l + 1 < widths.length; l++) {
      layers.add(start.layer("layer" + l, widths[l], widths[l + 1], random));
    }
    return new KanNetwork(layers);
  }

  List<KanLayer> layers() {
    return layers;
  }

  KanLayer first() {
    return layers.get(0);
  }

  int inputs() {
    return first().inputs();
  }

  int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  List<ArrayParameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** To be called when parameters have moved. */
  void refresh() {
    refresh(1);
  }

  void refresh(int threads) {
    layers.forEach(layer -> layer.refresh(threads));
  }

  /** The outputs, rows × outputs, of rows that fit in memory. */
  float[] outputs(float[] x, int rows) {
    KanPass pass = new KanPass(this);
    float[] all = new float[Math.multiplyExact(rows, outputs())];
    KanPass.inBatches(
        x,
        rows,
        inputs(),
        (numbers, from, count) ->
            System.arraycopy(
                pass.forward(numbers, count), 0, all, from * outputs(), count * outputs()));
    return all;
  }
}
