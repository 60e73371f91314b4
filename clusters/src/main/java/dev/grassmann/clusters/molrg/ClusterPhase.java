package dev.grassmann.clusters.molrg;

import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** From how many points planted subspaces are found: the theory's transition at N_k = d. */
public final class ClusterPhase implements Method<NoInput, PhaseConfig, PhaseTable> {
  private static final TrainingOptions TRAINING =
      new TrainingOptions(200, 256, 1e-3, Weighting.UNIFORM, Schedule.COSINE, 0.5);

  @Override
  public MethodInfo info() {
    return new MethodInfo(
        12,
        "molrg",
        "cluster phase",
        "Sufficient samples",
        "arXiv 2409.02426 (2024)",
        "finds planted subspaces from few and many points, beside the theory's bound",
        true);
  }

  @Override
  public Class<NoInput> input() {
    return NoInput.class;
  }

  @Override
  public PhaseConfig defaults() {
    return PhaseConfig.DEFAULTS;
  }

  @Override
  public PhaseTable run(NoInput none, PhaseConfig config, Run run) {
    Options.check(config);
    LibTorch.start(run);
    for (int d : config.dimensions()) {
      new Planted(config.ambient(), Collections.nCopies(config.clusters(), d), true); // or refuses
    }
    PhaseExperiment experiment =
        new PhaseExperiment(
            config.ambient(),
            config.clusters(),
            config.noise(),
            config.restarts(),
            config.draws(),
            config.success());
    PhaseExperiment.Finder finder =
        config.solver() == Solver.SUBSPACES
            ? experiment.subspaces()
            : experiment.denoiser(new DaeTraining(Parameterisation.SOFT, false, TRAINING));
    // draws side by side would share libtorch's generator, and trainings draw their noise from it
    Run drawing = config.solver() == Solver.DENOISER ? run.but().threads(1).build() : run;
    List<PhaseExperiment.Cell> cells = new ArrayList<>();
    for (int d : config.dimensions()) {
      for (int points : config.points()) {
        if (config.clusters() * points >= 3) { // fewer are no points to cluster
          cells.add(experiment.measure(d, points, finder, drawing));
        }
      }
    }
    return new PhaseTable(config, cells);
  }
}
