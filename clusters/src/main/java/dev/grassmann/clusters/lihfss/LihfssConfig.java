package dev.grassmann.clusters.lihfss;

import dev.grassmann.clusters.autoencoder.Networks;
import dev.grassmann.core.Option;
import java.util.List;

/** Every option of LIHFSS-SVDSC. None of them weighs one loss against another. */
public record LihfssConfig(
    @Option(help = "clusters; 0 to choose by the eigengap", min = 0, max = 100_000) int clusters,
    @Option(help = "dimension of the subspaces, known beforehand", min = 1, max = 100_000)
        int dimension,
    Networks network,
    @Option(help = "what pre-training makes small") Pretraining pretraining,
    @Option(help = "epochs of pre-training at most", min = 0, max = 1_000_000) int pretrainEpochs,
    @Option(help = "epochs of self-expression at most", min = 1, max = 1_000_000) int epochs,
    @Option(help = "epochs of the clustering's quality at most", min = 0, max = 1_000_000)
        int qualityEpochs,
    @Option(help = "no point may write itself") boolean zeroDiagonal,
    @Option(help = "a stage ends when its loss changes by less, relatively", min = 0) double rest,
    @Option(help = "epochs in a row that it must do so", min = 1, max = 100_000) int patience,
    @Option(help = "learning rate", min = 0, minExclusive = true, unit = "a step") double rate,
    @Option(help = "starts of k-means in the spectral step", min = 1, max = 10_000) int restarts,
    @Option(help = "memory for matrices of all pairs of points", min = 0, unit = "GB")
        double memory) {
  /**
   * d = 9, layers 3, 3, 5 (kernels of 3), 100 + 700 + 20 epochs at most, rest at 1e-3 over ten
   * epochs, Adam at 1e-3.
   */
  public static final LihfssConfig DEFAULTS =
      new LihfssConfig(
          0,
          9,
          new Networks(0, 0, List.of(3, 3, 5), List.of(3, 3, 3)),
          Pretraining.REC,
          100,
          700,
          20,
          false,
          1e-3,
          10,
          1e-3,
          20,
          4);
}
