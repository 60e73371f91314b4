package dev.grassmann.engine.layers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A transformer's block with its norms first: x ← x + a · attention(norm(x)), then x ← x + b ·
 * feedForward(norm(x)), with gains a and b where there is a layer scale.
 */
public final class TransformerBlock {
  private static final double DEVIATION = 0.02; // of weights at the start

  private final LayerNorm before;
  private final Attention attention;
  private final Tensor attentionGain;
  private final LayerNorm between;
  private final FeedForward feedForward;
  private final Tensor feedForwardGain;

  /**
   * @param name what the names of its parameters begin with
   * @param epsilon of its norms
   */
  public TransformerBlock(ParameterSet set, String name, BlockShape shape, double epsilon) {
    int d = shape.d();
    this.before = LayerNorm.of(set, name + ".norm1", d, epsilon);
    this.attention =
        new Attention(
            Linear.normal(set, name + ".attn.qkv", d, 3 * d, DEVIATION),
            Linear.normal(set, name + ".attn.proj", d, d, DEVIATION),
            shape.heads(),
            shape.causal());
    this.attentionGain = gain(set, name + ".ls1", shape);
    this.between = LayerNorm.of(set, name + ".norm2", d, epsilon);
    int up = shape.gated() ? 2 * shape.hidden() : shape.hidden();
    this.feedForward =
        new FeedForward(
            Linear.normal(set, name + ".mlp.up", d, up, DEVIATION),
            Linear.normal(set, name + ".mlp.down", shape.hidden(), d, DEVIATION),
            shape.gated());
    this.feedForwardGain = gain(set, name + ".ls2", shape);
  }

  private static Tensor gain(ParameterSet set, String name, BlockShape shape) {
    return shape.layerScale() > 0 ? set.filled(name, shape.layerScale(), shape.d()) : null;
  }

  /** {@code x}: batch × tokens × d, and so is what comes out. */
  public Tensor apply(Tensor x) {
    return apply(x, 0);
  }

  /**
   * With stochastic depth (Huang and others 2016): each branch of each sequence is left out with a
   * chance of {@code drop}, by libtorch's generator, and the others weigh 1 / (1 - drop).
   *
   * @param x batch × tokens × d
   * @param drop in [0, 1); 0 leaves nothing out
   */
  public Tensor apply(Tensor x, double drop) {
    Tensor seen = x.add(scaled(attention.apply(before.apply(x)), attentionGain, drop));
    return seen.add(scaled(feedForward.apply(between.apply(seen)), feedForwardGain, drop));
  }

  private static Tensor scaled(Tensor branch, Tensor gain, double drop) {
    Tensor weighed = gain == null ? branch : branch.mul(gain);
    if (drop == 0) {
      return weighed;
    }
    Tensor stay = torch.rand(new long[] {branch.size(0), 1, 1}, branch.options());
    return weighed.mul(stay.ge(new Scalar(drop)).div(new Scalar(1 - drop)));
  }
}
