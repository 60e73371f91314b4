package dev.grassmann.engine.layers;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Multi-head self-attention (Vaswani and others 2017): softmax(Q Kᵀ / √(d / heads)) V in each head,
 * and a linear layer over the heads side by side.
 *
 * @param joint d to 3 d: queries, keys and values, each with the heads one after the other
 * @param out d to d
 * @param heads a divisor of d
 * @param causal whether a token sees itself and earlier ones only
 */
record Attention(Linear joint, Linear out, int heads, boolean causal) {
  /** {@code x}: batch × tokens × d, and so is what comes out. */
  Tensor apply(Tensor x) {
    long batch = x.size(0);
    long tokens = x.size(1);
    long d = x.size(2);
    Tensor parts =
        joint.apply(x).reshape(batch, tokens, 3, heads, d / heads).permute(2, 0, 3, 1, 4);
    Tensor mixed =
        torch.scaled_dot_product_attention(
            parts.select(0, 0),
            parts.select(0, 1),
            parts.select(0, 2),
            new TensorOptional(),
            0,
            causal,
            new DoubleOptional(),
            false);
    return out.apply(mixed.transpose(1, 2).reshape(batch, tokens, d));
  }
}
