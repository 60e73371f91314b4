package dev.grassmann.clusters.franca;

import dev.grassmann.engine.layers.Linear;
import dev.grassmann.engine.layers.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One head a level: three layers with GELU after each, then scores of prototypes by a linear layer
 * without bias whose rows have a length of their own. A level of m of d numbers has floor(K m / d)
 * of the K prototypes.
 */
final class NestedHeads {
  /** {@code project} is null where the level is a slice. */
  private record Level(int size, Linear project, List<Linear> layers, Tensor rows, Tensor length) {}

  private final List<Level> levels = new ArrayList<>();

  NestedHeads(ParameterSet set, String name, int d, HeadOptions options) {
    for (int size : options.nesting()) {
      String level = name + ".level" + size;
      int in = size;
      Linear project =
          options.heads() == HeadInput.PROJECT
              ? Linear.normal(set, level + ".project", d, size, deviation(d))
              : null;
      List<Linear> layers = new ArrayList<>();
      for (int width : new int[] {options.hidden(), options.hidden(), options.bottleneck()}) {
        layers.add(Linear.normal(set, level + ".layer" + layers.size(), in, width, deviation(in)));
        in = width;
      }
      int prototypes = prototypes(options.prototypes(), size, d);
      levels.add(
          new Level(
              size,
              project,
              layers,
              set.normal(level + ".prototypes", deviation(in), prototypes, in),
              set.filled(level + ".lengths", 1, prototypes, 1)));
    }
  }

  /**
   * Of weights at the start. The paper's 0.02 is this at its width of 2,048; narrow heads with 0.02
   * pass so little on that all scores are equal, and nothing is learnt.
   */
  private static double deviation(int in) {
    return 1 / Math.sqrt(in);
  }

  /** Prototypes of a level. */
  static int prototypes(int all, int size, int d) {
    return (int) ((long) all * size / d);
  }

  /**
   * Scores of each level's prototypes.
   *
   * @param x n × d
   * @param frozen whether prototypes get no gradient
   */
  List<Tensor> scores(Tensor x, boolean frozen) {
    List<Tensor> scores = new ArrayList<>();
    for (Level level : levels) {
      Tensor now =
          level.project() == null ? x.narrow(1, 0, level.size()) : level.project().apply(x);
      for (Linear layer : level.layers()) {
        now = torch.gelu(layer.apply(now));
      }
      Tensor rows = level.rows();
      Tensor unit = rows.div(rows.square().sum(1).sqrt().clamp_min(new Scalar(1e-12)).unsqueeze(1));
      Tensor weight = unit.mul(level.length());
      scores.add(now.matmul((frozen ? weight.detach() : weight).t()));
    }
    return scores;
  }
}
