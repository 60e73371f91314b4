package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Before memberships: maximise R((Z + Z') / 2) + λ · mean cosine of two views of a point (equation
 * 5), then, in the last steps, R alone.
 */
final class TcrLearner implements Learner {
  private final LinearizingNetwork network;
  private final Views views;
  private final MlcConfig config;
  private final Device device;
  private final long agreeing; // steps in which views are to agree

  TcrLearner(LinearizingNetwork network, Views views, MlcConfig config, Device device) {
    this.network = network;
    this.views = views;
    this.config = config;
    this.device = device;
    PretrainOptions options = config.pretraining();
    this.agreeing = options.pretrain() == Pretrain.TCR ? options.pretrainSteps() : 0;
  }

  @Override
  public List<Parameter> parameters() {
    return network.parameters();
  }

  @Override
  public String about() {
    return "pre-training " + config;
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int n = batch.size();
    float[] rows = views.pair(batch, "pre-training", step);
    Tensor x = device.place(Tensors.of(rows, 2L * n, batch.d()));
    Tensor z = network.features(network.shared(x, true));
    Tensor first = z.narrow(0, 0, n);
    Tensor second = z.narrow(0, n, n);
    Tensor mean = first.add(second).mul(new Scalar(0.5));
    Tensor rate = CodingRates.whole(mean, config.descent().eps2());
    Tensor agreement = first.mul(second).sum(1).mean();
    double weight = step < agreeing ? config.pretraining().agreement() : 0;
    Tensor loss = rate.neg().sub(agreement.mul(new Scalar(weight)));
    loss.backward();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("R", rate.item_double());
    figures.put("agreement", agreement.item_double());
    return new Outcome(loss.item_double(), figures);
  }

  @Override
  public void save(State state) {
    Running.save(network, state);
  }

  @Override
  public void load(State state) {
    Running.load(network, state);
  }
}
