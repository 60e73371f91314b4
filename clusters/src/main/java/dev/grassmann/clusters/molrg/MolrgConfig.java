package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Option;
import java.util.List;

/** Every option of clustering by a low-rank denoiser. */
public record MolrgConfig(
    @Option(help = "clusters; 1 for principal components", min = 1, max = 100_000) int clusters,
    @Option(
            help = "dimension of every subspace, or of each; 0 for gaps of singular values",
            min = 0,
            max = 100_000)
        List<Integer> dimension,
    @Option(help = "what the denoiser learns, and how it assigns")
        Parameterisation parameterisation,
    @Option(help = "where its training begins") Begin begin,
    @Option(help = "starts from random subspaces; the best is given", min = 1, max = 100_000)
        int restarts,
    @Option(help = "rounds of k-subspaces a start at most", min = 1, max = 100_000) int iterations,
    @Option(help = "how points are scaled for the denoiser") Scaling scaling,
    @Option(help = "what keeps bases orthonormal") Orthonormal orthonormal,
    TrainingOptions training) {
  /** Two clusters, dimensions by gaps, soft, 20 starts, 300 steps from k-subspaces. */
  public static final MolrgConfig DEFAULTS =
      new MolrgConfig(
          2,
          List.of(0),
          Parameterisation.SOFT,
          Begin.SUBSPACES,
          20,
          100,
          Scaling.WHOLE,
          Orthonormal.QR,
          new TrainingOptions(300, 256, 1e-3, Weighting.UNIFORM, Schedule.COSINE, 0.5));
}
