package dev.grassmann.clusters.dscnet;

import dev.grassmann.clusters.autoencoder.Networks;
import dev.grassmann.core.Option;
import java.util.List;

/** Every option of DSC-Net. */
public record DscNetConfig(
    @Option(help = "clusters", min = 2, max = 100_000) int clusters,
    @Option(help = "dimension of the subspaces", min = 1, max = 100_000) int dimension,
    Networks network,
    @Option(help = "what keeps the coefficients small") Norm norm,
    @Option(help = "weight of the coefficients' norm", min = 0) double small,
    @Option(help = "weight of how well codes are written by each other", min = 0) double written,
    @Option(help = "epochs of pre-training", min = 0, max = 1_000_000) int pretrainEpochs,
    @Option(help = "epochs of all losses together", min = 1, max = 1_000_000) int epochs,
    @Option(help = "learning rate", min = 0, minExclusive = true, unit = "a step") double rate,
    @Option(
            help = "share of a point's l1 norm that its strongest coefficients are kept to hold",
            min = 0,
            minExclusive = true,
            max = 1)
        double mass,
    @Option(help = "power of the cosines that make the graph", min = 1, max = 16) int power,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /**
   * What the authors' program takes for ORL: d = 3, layers 5, 3, 3, weights 2 and 0.2, 700 epochs;
   * 0.2 of the l1 norm, power 1. The epochs of pre-training, 100, are ours.
   */
  public static final DscNetConfig DEFAULTS =
      new DscNetConfig(
          8,
          3,
          new Networks(0, 0, List.of(5, 3, 3), List.of(5, 3, 3)),
          Norm.L2,
          2,
          0.2,
          100,
          700,
          1e-3,
          0.2,
          1,
          20,
          4);
}
