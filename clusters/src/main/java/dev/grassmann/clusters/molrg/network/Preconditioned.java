package dev.grassmann.clusters.molrg.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * EDM's denoiser around a network (Karras et al. 2022, table 1): D = c_skip x + c_out F(c_in x,
 * ln(sigma) / 4), so that what the network sees and gives has variance 1 at every noise level.
 *
 * @param sigmaData standard deviation of the data
 */
record Preconditioned(Network network, double sigmaData) {
  /**
   * @param x rows × n
   * @param sigma rows × 1
   */
  Tensor apply(Tensor x, Tensor sigma) {
    Tensor square = sigma.square();
    Tensor whole = square.add(new Scalar(sigmaData * sigmaData));
    Tensor skip = whole.reciprocal().mul(new Scalar(sigmaData * sigmaData));
    Tensor root = whole.sqrt();
    Tensor out = sigma.mul(new Scalar(sigmaData)).div(root);
    Tensor noise = sigma.log().mul(new Scalar(0.25));
    return x.mul(skip).add(network.apply(x.div(root), noise).mul(out));
  }
}
