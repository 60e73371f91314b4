package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.molrg.network.Conditioning;
import dev.grassmann.clusters.molrg.network.Prediction;
import dev.grassmann.core.Option;
import java.util.List;

/** What has to be said of a denoiser that was trained elsewhere. */
public record ModelOptions(
    @Option(help = "schedule of a TorchScript denoiser: vp, cosine, ve or edm") String schedule,
    @Option(help = "what a TorchScript denoiser predicts") Prediction prediction,
    @Option(help = "what a TorchScript denoiser is told of the noise") Conditioning conditioning,
    @Option(help = "shape of a point as a TorchScript denoiser takes it, e.g. 3,32,32", min = 1)
        List<Integer> shape) {
  /** DDPM's habits; schedule and shape have to be given. */
  public static final ModelOptions DEFAULTS =
      new ModelOptions("", Prediction.EPS, Conditioning.TIMESTEP, List.of());
}
