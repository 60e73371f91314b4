package dev.grassmann.clusters.mlc;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingLog;
import dev.grassmann.engine.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;

/** The stages of MLC on one set of rows, in their order. */
final class MlcTraining implements AutoCloseable {
  private final Vectors rows;
  private final MlcConfig config;
  private final Run run;
  private final Device device;
  private final Views views;
  private final LinearizingNetwork network;

  MlcTraining(Vectors rows, MlcConfig config, Run run) {
    this.rows = rows;
    this.config = config;
    this.run = run;
    this.device = Device.of(run);
    double scale = rootMeanSquare(rows);
    this.views = new Views(rows, config.views(), scale, run);
    boolean scores = config.memberships().membership() == Membership.POINT_CLUSTER;
    int said = scores ? config.labels().clusters() : config.network().dim();
    NetworkShape shape = new NetworkShape(rows.d(), scale, config.network(), said);
    this.network = new LinearizingNetwork(shape, run.random("network"), device);
    if (!config.pretraining().start().isBlank()) {
      network.take(earlier(shape));
    }
  }

  private LearntSpace earlier(NetworkShape shape) {
    String start = config.pretraining().start();
    LearntSpace earlier =
        LearntSpace.in(Path.of(start))
            .orElseThrow(
                () ->
                    new InputException(
                        "holds no network",
                        start,
                        "give the folder that 'cluster fit --method mlc' wrote with --out"));
    NetworkShape then = earlier.shape();
    if (then.inputs() != shape.inputs()
        || then.said() != shape.said()
        || !then.options().equals(shape.options())) {
      throw new InputException(
          "has a network of another shape", start, "give the same --layers and --dim as there");
    }
    return earlier;
  }

  private static double rootMeanSquare(Vectors rows) {
    double sum = 0;
    float[] row = new float[rows.d()];
    for (int i = 0; i < rows.n(); i++) {
      rows.copyRow(i, row);
      for (float x : row) {
        sum += (double) x * x;
      }
    }
    double scale = Math.sqrt(sum / rows.n() / rows.d());
    if (scale == 0) {
      throw new InputException("all numbers are 0", "", "give points that differ");
    }
    return scale;
  }

  /** Spreads the features; nothing where neither pre-training nor a warm-up was asked for. */
  TrainingLog pretrain() {
    PretrainOptions options = config.pretraining();
    long steps =
        (options.pretrain() == Pretrain.TCR ? options.pretrainSteps() : 0) + options.warmup();
    if (steps == 0) {
      return new TrainingLog(List.of(), List.of());
    }
    TrainingPlan plan =
        TrainingPlan.ofSteps(steps, config.descent().batch())
            .with(optimiser(options.pretrainRate()));
    return new Trainer(plan, part("pretraining"))
        .train(new TcrLearner(network, views, config, device), rows)
        .log();
  }

  /** The cluster head takes the feature head's numbers (stage 1b). */
  void copyHead() {
    if (config.memberships().membership() == Membership.DOUBLY_STOCHASTIC) {
      network.copyHead();
    }
  }

  /** Learns features and memberships together. */
  TrainingLog linearize() {
    DescentOptions options = config.descent();
    if (options.steps() == 0) {
      return new TrainingLog(List.of(), List.of());
    }
    TrainingPlan plan =
        TrainingPlan.ofSteps(options.steps(), options.batch()).with(optimiser(options.rate()));
    return new Trainer(plan, part("linearizing"))
        .train(new MlcLearner(network, views, config, device, run), rows)
        .log();
  }

  private OptimiserPlan optimiser(double rate) {
    DescentOptions options = config.descent();
    boolean sgd = options.optimiser() == OptimiserPlan.Rule.SGD;
    return new OptimiserPlan(
        options.optimiser(), rate, sgd ? options.momentum() : 0.9, 0.999, 1e-8, 0);
  }

  /** The same run with a folder of its own for the checkpoints of one stage. */
  private Run part(String name) {
    return run.folder()
        .map(folder -> run.but().folder(RunFolder.at(folder.file(name))).build())
        .orElse(run);
  }

  LearntSpace learnt() {
    return network.learnt();
  }

  @Override
  public void close() {
    network.close();
  }
}
