package dev.grassmann.engine.transformer;

import dev.grassmann.engine.train.TensorParameter;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** One layer: x + attention(LN(x)), then x + MLP(LN(x)). */
final class Block {
  private final TransformerShape shape;
  private final int layer;
  private final Map<String, TensorParameter> parameters;

  Block(TransformerShape shape, int layer, Map<String, TensorParameter> parameters) {
    this.shape = shape;
    this.layer = layer;
    this.parameters = parameters;
  }

  /**
   * @param mask rows × 1 × context × context, added to attention scores
   */
  Tensor forward(Tensor stream, Tensor mask, Hook hook) {
    Tensor x = hook.at(Site.Kind.RESID_PRE, layer, stream);
    Tensor normed = normalised(x, "attention_norm");
    Tensor q = hook.at(Site.Kind.Q, layer, linear(normed, "query"));
    Tensor k = hook.at(Site.Kind.K, layer, linear(normed, "key"));
    Tensor v = hook.at(Site.Kind.V, layer, linear(normed, "value"));
    double scale = 1 / Math.sqrt(shape.headWidth());
    Tensor scores = byHead(q).matmul(byHead(k).transpose(2, 3)).mul(new Scalar(scale)).add(mask);
    Tensor mixed = scores.softmax(3).matmul(byHead(v)).transpose(1, 2).contiguous();
    Tensor z = hook.at(Site.Kind.Z, layer, mixed.view(x.size(0), x.size(1), shape.width()));
    Tensor attended = hook.at(Site.Kind.ATTN_OUT, layer, linear(z, "output"));
    Tensor middle = hook.at(Site.Kind.RESID_MID, layer, x.add(attended));
    Tensor inner = torch.gelu(linear(normalised(middle, "mlp_norm"), "up"));
    Tensor added = hook.at(Site.Kind.MLP_OUT, layer, linear(inner, "down"));
    return hook.at(Site.Kind.RESID_POST, layer, middle.add(added));
  }

  /**
   * The same for the last place alone, rows × 1 × width: what a last layer needs where nobody looks
   * at the other places. A third less work for a model of three layers.
   */
  Tensor lastPlace(Tensor x, Tensor mask) {
    long end = x.size(1) - 1;
    Tensor normed = normalised(x, "attention_norm");
    Tensor q = byHead(linear(normed.narrow(1, end, 1), "query"));
    Tensor k = byHead(linear(normed, "key"));
    Tensor v = byHead(linear(normed, "value"));
    double scale = 1 / Math.sqrt(shape.headWidth());
    Tensor scores = q.matmul(k.transpose(2, 3)).mul(new Scalar(scale));
    Tensor weights = scores.add(mask.narrow(2, end, 1)).softmax(3);
    Tensor z = weights.matmul(v).transpose(1, 2).contiguous().view(x.size(0), 1, shape.width());
    Tensor middle = x.narrow(1, end, 1).add(linear(z, "output"));
    Tensor inner = torch.gelu(linear(normalised(middle, "mlp_norm"), "up"));
    return middle.add(linear(inner, "down"));
  }

  /** rows × heads × context × d_head. */
  private Tensor byHead(Tensor activation) {
    return activation
        .view(activation.size(0), activation.size(1), shape.heads(), shape.headWidth())
        .transpose(1, 2);
  }

  private Tensor linear(Tensor x, String name) {
    Tensor weight = of(name + "_weight");
    Tensor flat = x.reshape(x.size(0) * x.size(1), x.size(2));
    return torch.addmm(of(name + "_bias"), flat, weight).view(x.size(0), x.size(1), weight.size(1));
  }

  private Tensor normalised(Tensor x, String name) {
    return normalised(x, of(name + "_weight"), of(name + "_bias"));
  }

  static Tensor normalised(Tensor x, Tensor weight, Tensor bias) {
    return torch.layer_norm(
        x,
        new long[] {weight.size(0)},
        new TensorOptional(weight),
        new TensorOptional(bias),
        Transformer.NORM_EPSILON,
        false);
  }

  private Tensor of(String name) {
    return parameters.get(layer + "." + name).tensor();
  }
}
