package dev.grassmann.clusters.mlc;

import dev.grassmann.engine.Device;
import dev.grassmann.engine.layers.Linear;
import dev.grassmann.engine.layers.ParameterSet;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Layers that both heads share, a head for features and a head for memberships. Both heads are
 * linear and their outputs have length 1, but for the scores of point-cluster memberships.
 */
final class LinearizingNetwork implements AutoCloseable {
  private static final double SHORT = 1e-12;

  private final NetworkShape shape;
  private final ParameterSet set;
  private final List<Linear> layers = new ArrayList<>();
  private final BatchNorm batchNorm; // null for none
  private final Linear featureHead;
  private final Linear clusterHead;

  LinearizingNetwork(NetworkShape shape, SplittableRandom random, Device device) {
    this.shape = shape;
    this.set = new ParameterSet(random, device);
    int in = shape.inputs();
    for (int l = 0; l < shape.options().layers().size(); l++) {
      int out = shape.options().layers().get(l);
      layers.add(Linear.uniform(set, "layer" + l, in, out));
      in = out;
    }
    this.batchNorm =
        shape.options().batchNorm()
            ? new BatchNorm(set, "norm0", shape.options().layers().get(0))
            : null;
    this.featureHead = Linear.uniform(set, "features", in, shape.options().dim());
    this.clusterHead = Linear.uniform(set, "clusters", in, shape.said());
  }

  /** What the heads look at; {@code x} n × inputs. */
  Tensor shared(Tensor x, boolean training) {
    Tensor now = x.div(new Scalar(shape.scale()));
    for (int l = 0; l < layers.size(); l++) {
      now = layers.get(l).apply(now);
      if (l == 0 && batchNorm != null) {
        now = training ? batchNorm.train(now) : batchNorm.apply(now);
      }
      now = shape.options().activation().apply(now);
    }
    return now;
  }

  /** Z, n × dim, rows of length 1. */
  Tensor features(Tensor shared) {
    return unit(featureHead.apply(shared));
  }

  /** C, n × dim with rows of length 1; scores, n × K, for point-cluster memberships. */
  Tensor said(Tensor shared, boolean scores) {
    Tensor raw = clusterHead.apply(shared);
    return scores ? raw : unit(raw);
  }

  static Tensor unit(Tensor rows) {
    return rows.div(rows.square().sum(1).sqrt().clamp_min(new Scalar(SHORT)).unsqueeze(1));
  }

  /** The cluster head takes all of the feature head's numbers, so that Γ starts from Z. */
  void copyHead() {
    clusterHead.weight().detach().copy_(featureHead.weight().detach());
    clusterHead.bias().detach().copy_(featureHead.bias().detach());
  }

  /** Half the squared length of the weights of one part, for its decay. */
  Tensor halfSquares(boolean ofClusterHead) {
    Tensor sum = null;
    for (Parameter parameter : set.parameters()) {
      if (parameter.name().startsWith("clusters") == ofClusterHead) {
        Tensor square = ((TensorParameter) parameter).tensor().square().sum();
        sum = sum == null ? square : sum.add(square);
      }
    }
    return sum.mul(new Scalar(0.5));
  }

  /** What is learnt. */
  List<Parameter> parameters() {
    return set.parameters();
  }

  /** What is kept beside. */
  List<ArrayParameter> running() {
    return batchNorm == null ? List.of() : batchNorm.running();
  }

  /** All numbers as they are now. */
  LearntSpace learnt() {
    List<ArrayParameter> copies = set.copies();
    for (ArrayParameter kept : running()) {
      copies.add(new ArrayParameter(kept.name(), kept.values().clone(), kept.shape()));
    }
    return new LearntSpace(shape, copies);
  }

  /** Takes the numbers of another network of this shape. */
  void take(LearntSpace other) {
    set.take(other.weights());
    int at = parameters().size();
    for (ArrayParameter kept : running()) {
      float[] given = other.weights().get(at++).values();
      System.arraycopy(given, 0, kept.values(), 0, given.length);
    }
  }

  @Override
  public void close() {
    set.close();
  }
}
