package dev.grassmann.engine.transformer;

import org.bytedeco.pytorch.Tensor;

/** Sees every activation of a forward pass, and may put another in its place. */
@FunctionalInterface
public interface Hook {
  /** Leaves everything as it is. */
  Hook NONE = (kind, layer, activation) -> activation;

  /**
   * Called for each kind of each layer, in the order of computation.
   *
   * @param activation rows × context × width; the heads of q, k, v and z side by side
   * @return what the pass goes on with, of the same shape
   */
  Tensor at(Site.Kind kind, int layer, Tensor activation);
}
