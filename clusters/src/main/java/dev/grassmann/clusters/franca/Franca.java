package dev.grassmann.clusters.franca;

import dev.grassmann.clusters.Points;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Images;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import dev.grassmann.engine.train.TrainingPlan;

/** Franca: a vision transformer whose features can be cut short, learnt without labels. */
public final class Franca implements Method<Vectors, FrancaConfig, FrancaFeatures> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        16,
        "franca",
        "train image",
        "Franca",
        "Venkataramanan and others 2025 (arXiv 2507.14137)",
        "learns a vision transformer without labels, every prefix of whose features is a feature",
        true);
  }

  @Override
  public Class<Vectors> input() {
    return Vectors.class;
  }

  @Override
  public FrancaConfig defaults() {
    return FrancaConfig.DEFAULTS;
  }

  @Override
  public FrancaFeatures run(Vectors rows, FrancaConfig asked, Run run) {
    Options.check(asked);
    Images images = asked.image().of(rows);
    FrancaConfig config = FrancaLimits.complete(asked, images);
    LibTorch.start(run);
    Points.of(rows); // refuses what is not finite, by row and column
    Device device = Device.of(run);
    double[] moments = moments(images.pixels());
    VitShape shape =
        new VitShape(
            config.vit(), images.channels(), config.crops().globalSize(), moments[0], moments[1]);
    Crops crops = new Crops(images.channels(), images.height(), images.width(), config.crops());
    ViewMaker views =
        new ViewMaker(
            crops, config.vit().patch(), config.crops().globalSize(), config.crops().localSize());
    try (FrancaNetwork student =
            new FrancaNetwork(shape, config.nested(), run.random("network"), device);
        FrancaNetwork teacher =
            new FrancaNetwork(shape, config.nested(), run.random("network"), device)) {
      DistillOptions o = config.distil();
      TrainingPlan plan =
          TrainingPlan.ofSteps(o.steps(), o.batch())
              .with(OptimiserPlan.adamW(o.rate(), o.decay()))
              .with(
                  new Schedule(
                      Schedule.Course.COSINE, Math.min(o.warmup(), o.steps() / 2), 0, 1e-3))
              .withClip(o.clip());
      FrancaLearner learner = new FrancaLearner(student, teacher, config, views, run, device);
      Training training = new Trainer(plan, run).train(learner, images);
      FrancaModel model = new FrancaModel(shape, teacher.body().copies());
      return new FrancaFeatures(
          model, model.tokens(images), images, config.nested().nesting(), training.log());
    }
  }

  /** Mean and deviation of all pixels. */
  private static double[] moments(Vectors pixels) {
    double sum = 0;
    double squares = 0;
    float[] row = new float[pixels.d()];
    for (int i = 0; i < pixels.n(); i++) {
      pixels.copyRow(i, row);
      for (float x : row) {
        sum += x;
        squares += (double) x * x;
      }
    }
    double count = (double) pixels.n() * pixels.d();
    double mean = sum / count;
    double variance = squares / count - mean * mean;
    return new double[] {mean, variance > 1e-12 ? Math.sqrt(variance) : 1};
  }
}
