package dev.grassmann.clusters.molrg;

import dev.grassmann.clusters.Limits;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ranks of a denoiser's Jacobian along sampling trajectories. */
public final class ClusterJacobian implements Method<DataSource, JacobianConfig, JacobianProfile> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "rank",
        "cluster jacobian",
        "Rank of a denoiser's Jacobian",
        "arXiv 2409.02426 (2024)",
        "counts the directions that a denoiser keeps, from noise to a sample",
        true);
  }

  @Override
  public Class<DataSource> input() {
    return DataSource.class;
  }

  @Override
  public JacobianConfig defaults() {
    return JacobianConfig.DEFAULTS;
  }

  @Override
  public JacobianProfile run(DataSource source, JacobianConfig config, Run run) {
    Options.check(config);
    try (Model model = Model.load(source.path(), config.options(), run)) {
      Denoiser denoiser = model.denoiser();
      int n = denoiser.n();
      Limits.memory(n, 48e-9 * n * n, config.memory(), "a Jacobian", "give a higher --memory");
      SplittableRandom random = run.random("trajectories");
      double[] sigmas = config.sampler().levels();
      double[][] spectra = new double[sigmas.length][n];
      double[][] ranks = new double[sigmas.length][config.trajectories()];
      for (int t = 0; t < config.trajectories(); t++) {
        List<HeunOptions.Place> places =
            config.sampler().follow(denoiser, HeunOptions.noise(1, n, random), 1, run);
        for (int i = 0; i < sigmas.length; i++) {
          run.step(
              "Jacobians",
              (long) t * sigmas.length + i,
              (long) config.trajectories() * sigmas.length);
          double s = model.schedule().signal(sigmas[i]); // by x_t, of which x is x_t / s
          double[] values = Svd.values(denoiser.jacobian(places.get(i).x(), sigmas[i]), n, n);
          ranks[i][t] = NumericalRank.of(values);
          for (int j = 0; j < n; j++) {
            spectra[i][j] += values[j] / s / config.trajectories();
          }
        }
      }
      List<JacobianProfile.Level> levels = new ArrayList<>();
      for (int i = 0; i < sigmas.length; i++) {
        levels.add(
            new JacobianProfile.Level(
                sigmas[i],
                model.schedule().time(sigmas[i]),
                Arrays.stream(ranks[i]).average().orElseThrow(),
                Arrays.stream(ranks[i]).min().orElseThrow(),
                Arrays.stream(ranks[i]).max().orElseThrow(),
                spectra[i]));
      }
      return new JacobianProfile(n, model.schedule(), levels);
    }
  }
}
