package dev.grassmann.clusters.molrg.network;

import org.bytedeco.pytorch.Tensor;

/** What a preconditioned denoiser learns: F(x, noise). */
interface Network {
  /**
   * @param x rows × n
   * @param noise what says how noisy each row is, rows × 1
   * @return rows × n
   */
  Tensor apply(Tensor x, Tensor noise);
}
