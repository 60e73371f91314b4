package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Method;
import dev.grassmann.core.MethodInfo;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.ioi.IoiPrompt;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.util.List;

/**
 * Trains a small transformer on indirect object identification and writes activations with their
 * attributes: what {@code sae train}, {@code sae supervised} and {@code sae judge} go on from.
 */
public final class SaeTestbed implements Method<NoInput, TestbedConfig, TestbedRun> {
  @Override
  public MethodInfo info() {
    return new MethodInfo(
        21,
        "ioi",
        "sae testbed",
        "Indirect object identification",
        "Makelov, Lange, Nanda 2024, arXiv 2405.08366",
        "a small transformer trained on prompts of known attributes, and its activations",
        true);
  }

  @Override
  public Class<NoInput> input() {
    return NoInput.class;
  }

  @Override
  public TestbedConfig defaults() {
    return TestbedConfig.DEFAULT;
  }

  @Override
  public TestbedRun run(NoInput none, TestbedConfig config, Run run) {
    Options.check(config);
    if (config.sites().isEmpty()) {
      throw new InputException("no activations to write", "--sites", "give one or more");
    }
    RunFolder folder =
        run.folder()
            .orElseThrow(
                () -> new InputException("there is no folder to write to", "", "give the run one"));
    try (Testbed bed = Testbed.train(config, run)) {
      List<Prompts.Spot> spots =
          config.sites().stream().map(site -> Prompts.Spot.parse(site, bed.model())).toList();
      run.step("activations", 0, 2);
      List<Vectors> fit = Testbed.activations(bed.fit(), spots);
      run.step("activations", 1, 2);
      List<Vectors> test = Testbed.activations(bed.test(), spots);
      bed.model().save(folder.file(TestbedRun.MODEL));
      return new TestbedRun(
          bed.model().shape(),
          bed.skill(),
          spots.stream().map(Prompts.Spot::toString).toList(),
          fit,
          test,
          IoiPrompt.columns("fit.csv", bed.fitPrompts()),
          IoiPrompt.columns("test.csv", bed.testPrompts()));
    }
  }
}
