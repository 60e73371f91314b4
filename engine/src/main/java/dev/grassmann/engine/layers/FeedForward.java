package dev.grassmann.engine.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The part of a transformer's block that looks at one token.
 *
 * @param up d to hidden, or to 2 · hidden with a gate
 * @param down hidden to d
 * @param gated whether it is SwiGLU, silu(a) · b of the two halves (Shazeer 2020); else GELU
 */
record FeedForward(Linear up, Linear down, boolean gated) {
  Tensor apply(Tensor x) {
    Tensor wide = up.apply(x);
    if (!gated) {
      return down.apply(torch.gelu(wide));
    }
    long hidden = wide.size(-1) / 2;
    return down.apply(torch.silu(wide.narrow(-1, 0, hidden)).mul(wide.narrow(-1, hidden, hidden)));
  }
}
