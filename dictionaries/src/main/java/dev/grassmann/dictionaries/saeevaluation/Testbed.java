package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.ioi.IoiTask;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.engine.transformer.NextWord;
import dev.grassmann.engine.transformer.Transformer;
import dev.grassmann.engine.transformer.TransformerShape;
import dev.grassmann.engine.transformer.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A small transformer trained to name the indirect object, and prompts to judge dictionaries on.
 */
final class Testbed implements AutoCloseable {
  /** Hidden units of an MLP, in widths. */
  private static final int HIDDEN = 4;

  private static final double WEIGHT_DECAY = 0.01;
  private static final double DECAYS_FROM = 0.6;

  private final Transformer model;
  private final Prompts fit;
  private final Prompts test;
  private final List<IoiPrompt> fitPrompts;
  private final List<IoiPrompt> testPrompts;

  private Testbed(Transformer model, List<IoiPrompt> fitPrompts, List<IoiPrompt> testPrompts) {
    this.model = model;
    this.fitPrompts = fitPrompts;
    this.testPrompts = testPrompts;
    this.fit = new Prompts(model, fitPrompts);
    this.test = new Prompts(model, testPrompts);
  }

  /**
   * Trains. Every step sees new prompts, up to a million of them.
   *
   * @throws InputException where heads do not divide the width, or the warm-up is too long
   */
  static Testbed train(TestbedConfig config, Run run) {
    if (config.width() % config.heads() != 0) {
      throw new InputException(
          config.heads() + " heads do not divide a width of " + config.width(),
          "--heads",
          "give a number that does");
    }
    LibTorch.start(run);
    IoiTask task = new IoiTask();
    Words words = new Words(task.words());
    TransformerShape shape =
        new TransformerShape(
            words.count(),
            IoiPrompt.LONGEST,
            config.width(),
            config.heads(),
            config.layers(),
            HIDDEN * config.width());
    Transformer model = Transformer.start(shape, words, run.random("transformer"));
    int drawn = (int) Math.min(1 << 20, (long) config.steps() * config.batch());
    Prompts prompts = new Prompts(model, task.draw(drawn, run.random("training prompts")));
    TrainingPlan plan =
        TrainingPlan.ofSteps(config.steps(), config.batch())
            .with(OptimiserPlan.adamW(config.learningRate(), WEIGHT_DECAY))
            .with(
                new Schedule(
                    Schedule.Course.CONSTANT,
                    config.warmup(),
                    Math.round((1 - DECAYS_FROM) * config.steps()),
                    0));
    Vectors data = NextWord.data(prompts.words(), prompts.answers());
    new Trainer(plan, run.but().device("cpu").build()).train(new NextWord(model), data);
    return new Testbed(
        model,
        task.draw(config.fit(), run.random("prompts to fit on")),
        task.draw(config.test(), run.random("prompts to judge on")));
  }

  Transformer model() {
    return model;
  }

  Prompts fit() {
    return fit;
  }

  Prompts test() {
    return test;
  }

  List<IoiPrompt> fitPrompts() {
    return fitPrompts;
  }

  List<IoiPrompt> testPrompts() {
    return testPrompts;
  }

  /** What the model does on the test prompts. */
  record Skill(double accuracy, double margin) {}

  Skill skill() {
    Outputs outputs = test.outputs(List.of(), List.of());
    int[] answers = test.answers();
    int[] subjects = test.subjects();
    double right = 0;
    double margin = 0;
    for (int row = 0; row < outputs.n(); row++) {
      right += outputs.top(row) == answers[row] ? 1 : 0;
      margin += outputs.margin(row, answers[row], subjects[row]);
    }
    return new Skill(right / outputs.n(), margin / outputs.n());
  }

  /** Activations of some prompts at some spots, as vectors. */
  static List<Vectors> activations(Prompts prompts, List<Prompts.Spot> spots) {
    List<float[]> all = prompts.activations(spots);
    List<Vectors> vectors = new ArrayList<>();
    for (float[] rows : all) {
      vectors.add(Vectors.of(rows, prompts.n(), rows.length / prompts.n()));
    }
    return vectors;
  }

  @Override
  public void close() {
    model.close();
  }
}
