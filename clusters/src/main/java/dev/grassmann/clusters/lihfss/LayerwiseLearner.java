package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The three stages, one epoch a step: always all points, so that the batch is not looked at. In the
 * last stage clusters are found anew each epoch and only C moves; then the learner is done.
 */
final class LayerwiseLearner implements Learner {
  private final Autoencoder autoencoder;
  private final Tensor x;
  private final Tensor c;
  private final LihfssConfig config;
  private final Run run;
  private final List<Parameter> parameters;
  private final Stages stages;
  private final Tensor off; // 1 where C may have entries
  private int clusters;
  private int[] labels = {};
  private Consumer<float[]> beforeQuality = coefficients -> {};

  /**
   * @param x all points, n × d in [0, 1]
   * @param c n × n, learnt; its and the other tensors' lives are the caller's care
   * @param off 1 where C may have entries, else 0; n × n
   */
  LayerwiseLearner(
      Autoencoder autoencoder, Tensor x, Tensor c, Tensor off, LihfssConfig config, Run run) {
    this.autoencoder = autoencoder;
    this.x = x;
    this.c = c;
    this.off = off;
    this.config = config;
    this.run = run;
    this.stages = new Stages(config);
    this.clusters = config.clusters();
    this.parameters = new ArrayList<>(autoencoder.parameters());
    this.parameters.add(new TensorParameter("self-expression", c));
  }

  /** Has C shown as it is when the last stage begins. */
  void showBeforeQuality(Consumer<float[]> observer) {
    beforeQuality = observer;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public String about() {
    return config.toString();
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    Stages.Stage stage = stages.now();
    double moved = 0;
    Tensor loss =
        switch (stage) {
          case PRETRAINING -> pretraining();
          case SELF_EXPRESSION -> selfExpression();
          case QUALITY -> {
            int[] before = labels;
            if (before.length == 0) {
              beforeQuality.accept(coefficients());
            }
            labels = pseudoLabels();
            moved = share(before, labels);
            yield Losses.quality(masked(), apart(labels));
          }
          case DONE -> throw new IllegalStateException("no step after the last stage");
        };
    loss.backward();
    double value = loss.item_double();
    stages.add(value);
    return new Outcome(
        value,
        Map.of("stage", (double) stage.ordinal(), "labels moved", moved, "diagonal", diagonal()));
  }

  private Tensor pretraining() {
    List<Tensor> layers = autoencoder.encode(x);
    if (config.pretraining() == Pretraining.REC) {
      return Autoencoder.squaredError(x, autoencoder.decode(layers.get(layers.size() - 1)));
    }
    Tensor h = Losses.distances(x);
    List<Tensor> rows = layers.stream().map(Autoencoder::rows).toList();
    return config.pretraining() == Pretraining.DP
        ? Losses.preserved(h, rows)
        : Losses.stress(h, rows);
  }

  private Tensor selfExpression() {
    List<Tensor> layers = new ArrayList<>();
    layers.add(x);
    autoencoder.encode(x).forEach(layer -> layers.add(Autoencoder.rows(layer)));
    return Losses.selfExpression(masked(), layers);
  }

  private Tensor masked() {
    return config.zeroDiagonal() ? c.mul(off) : c;
  }

  private int[] pseudoLabels() {
    int n = (int) c.size(0);
    PostProcessing post = new PostProcessing(clusters, config.dimension(), config.restarts());
    var partition = post.partition(post.graph(coefficients(), n), run);
    clusters = partition.clusters(); // the eigengap is asked once
    return partition.labels();
  }

  /** C as it is now, n × n. */
  float[] coefficients() {
    return Tensors.floats(masked().detach());
  }

  /** 1 where two points are in different clusters. */
  private Tensor apart(int[] labels) {
    Tensor column = Tensors.of(labels).reshape(labels.length, 1).to(x.device(), c.scalar_type());
    return column.sub(column.t()).ne(new Scalar(0.0)).to(c.scalar_type());
  }

  private static double share(int[] before, int[] after) {
    if (before.length == 0) {
      return 1;
    }
    int moved = 0;
    for (int i = 0; i < after.length; i++) {
      moved += before[i] != after[i] ? 1 : 0;
    }
    return (double) moved / after.length;
  }

  /** Mean of |C_ii|: near 1 a point writes itself, and C says nothing about others. */
  double diagonal() {
    return torch.mean(c.detach().diagonal().abs()).item_double();
  }

  @Override
  public boolean done() {
    return stages.now() == Stages.Stage.DONE;
  }

  @Override
  public void save(State state) {
    state.put("stages", stages.saved());
    state.put("clusters", new long[] {clusters});
    state.put("labels", Arrays.stream(labels).asLongStream().toArray());
  }

  @Override
  public void load(State state) {
    stages.restore(state.doubles("stages"));
    clusters = (int) state.longs("clusters")[0];
    labels = Arrays.stream(state.longs("labels")).mapToInt(l -> (int) l).toArray();
  }
}
