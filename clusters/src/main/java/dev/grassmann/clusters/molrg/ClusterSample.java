package dev.grassmann.clusters.molrg;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import java.nio.file.Path;
import java.util.List;

/** Draws samples from a denoiser and says which of them are training points come back. */
public final class ClusterSample implements Method<Vectors, SampleConfig, Samples> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "heun",
        "cluster sample",
        "Samples of a denoiser",
        "arXiv 2409.02426 (2024); Karras, Aittala, Aila, Laine 2022",
        "draws samples by the flow from noise, each beside its nearest training point",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public SampleConfig defaults() {
    return SampleConfig.DEFAULTS;
  }

  @Override
  public Samples run(Vectors training, SampleConfig config, Run run) {
    Options.check(config);
    requireModel(config.model());
    if (training.n() < 2) {
      throw new InputException(
          "there is 1 training point", "", "give at least 2, to compare distances");
    }
    try (Model model = Model.load(Path.of(config.model()), config.options(), run)) {
      model.requireDimension(training.d());
      int n = training.d();
      double[] noise = HeunOptions.noise(config.count(), n, run.random("samples"));
      List<HeunOptions.Place> places =
          config.sampler().follow(model.denoiser(), noise, config.count(), run);
      double[] rows = places.get(places.size() - 1).x();
      for (int p = 0; p < rows.length; p++) {
        rows[p] /= model.scale();
      }
      PictureOptions size = config.picture();
      return new Samples(
          rows,
          training,
          Memorisation.of(rows, training, run),
          config.similarity(),
          PointPicture.of(size.height(), size.width(), training.toArray(), n));
    }
  }

  static void requireModel(String model) {
    if (model.isBlank()) {
      throw new InputException(
          "no denoiser was given",
          "--model",
          "give the folder of a 'cluster fit --method molrg' or 'cluster denoiser' run");
    }
  }
}
