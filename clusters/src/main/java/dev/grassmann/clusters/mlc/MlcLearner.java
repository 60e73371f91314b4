package dev.grassmann.clusters.mlc;

import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Features and memberships together: maximise R(Z) - γ R_c(Z, Γ) (equation 7), with Z the mean of
 * two views, of length 1 again, and Γ the mean of theirs, which is still doubly stochastic.
 */
final class MlcLearner implements Learner {
  private final LinearizingNetwork network;
  private final Views views;
  private final MlcConfig config;
  private final MembershipMap map;
  private final boolean scores;
  private final Device device;
  private final Run run;

  MlcLearner(LinearizingNetwork network, Views views, MlcConfig config, Device device, Run run) {
    this.network = network;
    this.views = views;
    this.config = config;
    this.map = new MembershipMap(config.memberships());
    this.scores = config.memberships().membership() == Membership.POINT_CLUSTER;
    this.device = device;
    this.run = run;
  }

  @Override
  public List<Parameter> parameters() {
    return network.parameters();
  }

  @Override
  public String about() {
    return "linearizing " + config;
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    DescentOptions options = config.descent();
    int n = batch.size();
    float[] rows = views.pair(batch, "linearizing", step);
    Tensor x = device.place(Tensors.of(rows, 2L * n, batch.d()));
    Tensor shared = network.shared(x, true);
    Tensor both = network.features(shared);
    Tensor said = network.said(shared, scores);
    Tensor first = both.narrow(0, 0, n);
    Tensor second = both.narrow(0, n, n);
    Tensor z = LinearizingNetwork.unit(first.add(second));
    Tensor gamma =
        map.of(said.narrow(0, 0, n)).add(map.of(said.narrow(0, n, n))).mul(new Scalar(0.5));
    Tensor rate = CodingRates.whole(z, options.eps2());
    Tensor parts = parts(z, gamma, step);
    Tensor loss = parts.mul(new Scalar(options.gamma())).sub(rate);
    if (scores) { // as NMCE has it: nothing else keeps the views of a point together
      Tensor agreement = first.mul(second).sum(1).mean();
      loss = loss.sub(agreement.mul(new Scalar(config.pretraining().agreement())));
    }
    if (options.penalty() > 0) {
      loss = loss.add(gamma.square().sum().mul(new Scalar(options.penalty())));
    }
    decayed(loss, options).backward();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("R", rate.item_double());
    figures.put("Rc", parts.item_double());
    figures.put("companions", MembershipMap.companions(gamma));
    return new Outcome(loss.item_double(), figures);
  }

  private Tensor parts(Tensor z, Tensor gamma, long step) {
    int all = (int) gamma.size(1);
    int some = config.descent().columns();
    if (some == 0 || some >= all) {
      return CodingRates.parts(z, gamma, config.descent().eps2());
    }
    int[] order = Permutation.of(all, run.random("columns " + step));
    Tensor drawn = device.place(Tensors.of(Arrays.copyOf(order, some)));
    return CodingRates.parts(z, gamma.index_select(1, drawn), config.descent().eps2())
        .mul(new Scalar((double) all / some));
  }

  /** Decay as part of the gradient, a weight of its own for the cluster head. */
  private Tensor decayed(Tensor loss, DescentOptions options) {
    Tensor sum = loss;
    if (options.decay() > 0) {
      sum = sum.add(network.halfSquares(false).mul(new Scalar(options.decay())));
    }
    if (options.headDecay() > 0) {
      sum = sum.add(network.halfSquares(true).mul(new Scalar(options.headDecay())));
    }
    return sum;
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
