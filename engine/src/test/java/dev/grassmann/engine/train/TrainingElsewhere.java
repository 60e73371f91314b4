package dev.grassmann.engine.train;

import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;

/** Trains in a virtual machine of its own, which dies in the middle without a word. */
final class TrainingElsewhere {
  private TrainingElsewhere() {}

  public static void main(String[] args) {
    Run run =
        Run.builder()
            .seed(3)
            .folder(RunFolder.at(Path.of(args[0])))
            .progress(
                (stage, done, total) -> {
                  if (done == 52) {
                    Runtime.getRuntime().halt(137);
                  }
                })
            .build();
    new Trainer(TrainerTest.PLAN, run).train(new Regression(0.1), Regression.data(100));
  }
}
