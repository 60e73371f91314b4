package dev.grassmann.clusters.dscnet;

import dev.grassmann.clusters.autoencoder.Autoencoder;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * ‖X - X̂‖² alone at first, then with X̂ decoded from C Z instead of Z (equation 5):
 *
 * <pre>
 * ‖X - X̂‖² + λ1 ‖C‖_p + λ2 ‖Z - C Z‖²
 * </pre>
 *
 * One epoch a step: always all points, so that the batch is not looked at.
 */
final class DscLearner implements Learner {
  private final Autoencoder autoencoder;
  private final Tensor x;
  private final Tensor c;
  private final Tensor off; // 1 where C may have entries
  private final DscNetConfig config;
  private final List<Parameter> parameters;

  /**
   * @param x all points, n × d in [0, 1]
   * @param c n × n, learnt; its and the other tensors' lives are the caller's care
   * @param off 1 where C may have entries, else 0; n × n
   */
  DscLearner(Autoencoder autoencoder, Tensor x, Tensor c, Tensor off, DscNetConfig config) {
    this.autoencoder = autoencoder;
    this.x = x;
    this.c = c;
    this.off = off;
    this.config = config;
    this.parameters = new ArrayList<>(autoencoder.parameters());
    this.parameters.add(new TensorParameter("self-expression", c));
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
    List<Tensor> layers = autoencoder.encode(x);
    Tensor code = layers.get(layers.size() - 1);
    boolean alone = step < config.pretrainEpochs();
    Tensor loss = alone ? Autoencoder.squaredError(x, autoencoder.decode(code)) : joint(code);
    loss.backward();
    return new Outcome(loss.item_double(), Map.of("stage", alone ? 0.0 : 1.0));
  }

  /** All three losses, for the last layer's output. */
  Tensor joint(Tensor code) {
    Tensor z = Autoencoder.rows(code);
    Tensor masked = masked();
    Tensor written = masked.matmul(z);
    Tensor norm = config.norm() == Norm.L1 ? masked.abs().sum() : masked.square().sum();
    Tensor decoded = autoencoder.decode(written.reshape(code.sizes()));
    return Autoencoder.squaredError(x, decoded)
        .add(norm.mul(new Scalar(config.small())))
        .add(z.sub(written).square().sum().mul(new Scalar(config.written())));
  }

  private Tensor masked() {
    return config.norm() == Norm.L1 ? c.mul(off) : c;
  }

  /** C as it is now, n × n: row i holds what point i is written with. */
  float[] coefficients() {
    return Tensors.floats(masked().detach());
  }
}
