package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  static final TrainingPlan PLAN =
      TrainingPlan.ofSteps(100, 16)
          .with(OptimiserPlan.adam(0.05))
          .with(Schedule.cosine(10))
          .withClip(5)
          .withAveraging(0.9)
          .withCheckpoints(7, 0);

  private final Vectors data = Regression.data(100);

  @TempDir Path temporary;

  private Run.Builder run(String folder) {
    return Run.builder().seed(3).folder(RunFolder.at(temporary.resolve(folder)));
  }

  private byte[] checkpoint(String folder) throws IOException {
    return Files.readAllBytes(temporary.resolve(folder).resolve(Checkpoint.FILE));
  }

  @Test
  void learnsByAutogradAndByItsOwnGradient() {
    Regression learner = new Regression(0);
    TrainingPlan plan =
        TrainingPlan.ofEpochs(60, 20).with(OptimiserPlan.adam(0.1)).with(Schedule.cosine(0));
    Training training = new Trainer(plan, Run.seeded(1)).train(learner, data);
    assertArrayEquals(new float[] {2, -1}, Tensors.floats(learner.weight.tensor()), 1e-2f);
    assertEquals(3, learner.bias.values()[0], 1e-2f);
    assertEquals(300, training.steps());
    assertEquals(6000, learner.seen);
    assertTrue(training.lastLoss() < 1e-3);
    assertFalse(training.stoppedEarly());
  }

  @Test
  void aTrainingThatFailsOnceEndsWithTheBytesOfOneThatDidNot() throws IOException {
    new Trainer(PLAN, run("whole").build()).train(new Regression(0.1), data);
    AtomicInteger left = new AtomicInteger(40);
    Regression failing = new Regression(0.1);
    Learner broken =
        new Learner() {
          @Override
          public List<Parameter> parameters() {
            return failing.parameters();
          }

          @Override
          public Outcome learn(Batch batch, long step) {
            if (left.decrementAndGet() == 0) {
              throw new IllegalStateException("power cut");
            }
            return failing.learn(batch, step);
          }

          @Override
          public void save(State state) {
            failing.save(state);
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> new Trainer(PLAN, run("cut").build()).train(broken, data));
    Regression resumed = new Regression(0.1);
    Training training = new Trainer(PLAN, run("cut").resume(true).build()).train(resumed, data);
    assertArrayEquals(checkpoint("whole"), checkpoint("cut"));
    assertEquals(100, training.steps());
    assertEquals(1600, resumed.seen);
    assertEquals(
        Files.readString(temporary.resolve("whole/training.csv")),
        Files.readString(temporary.resolve("cut/training.csv")));
  }

  @Test
  void aKilledProcessEndsWithTheSameBytesToo() throws IOException, InterruptedException {
    new Trainer(PLAN, run("whole").build()).train(new Regression(0.1), data);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TrainingElsewhere.class.getName(),
                temporary.resolve("killed").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(137, process.waitFor(), said);
    new Trainer(PLAN, run("killed").resume(true).build()).train(new Regression(0.1), data);
    assertArrayEquals(checkpoint("whole"), checkpoint("killed"));
    try (var files = Files.list(temporary.resolve("killed"))) {
      assertEquals(2, files.count()); // nothing half written is left
    }
  }

  @Test
  void cancellingKeepsWhatWasLearnt() throws IOException {
    new Trainer(PLAN, run("whole").build()).train(new Regression(0.1), data);
    AtomicInteger asked = new AtomicInteger();
    Run cancelled = run("stopped").cancelled(() -> asked.incrementAndGet() > 33).build();
    assertThrows(
        CancelledException.class,
        () -> new Trainer(PLAN, cancelled).train(new Regression(0.1), data));
    Regression resumed = new Regression(0.1);
    AtomicInteger steps = new AtomicInteger();
    Run again =
        run("stopped")
            .resume(true)
            .progress((stage, done, total) -> steps.incrementAndGet())
            .build();
    new Trainer(PLAN, again).train(resumed, data);
    assertEquals(100 - 33 + 1, steps.get()); // 33 were done, and the end is reported
    assertArrayEquals(checkpoint("whole"), checkpoint("stopped"));
  }

  @Test
  void aFinishedTrainingIsResumedAtOnce() throws IOException {
    new Trainer(PLAN, run("done").build()).train(new Regression(0), data);
    byte[] before = checkpoint("done");
    Regression again = new Regression(0);
    Training training = new Trainer(PLAN, run("done").resume(true).build()).train(again, data);
    assertEquals(100, training.steps());
    assertEquals(1600, again.seen);
    assertArrayEquals(before, checkpoint("done"));
  }

  @Test
  void aLossThatIsNoNumberIsNamedWithItsStep() {
    Learner broken =
        new Learner() {
          private final ArrayParameter p = new ArrayParameter("p", new float[1], 1);

          @Override
          public List<Parameter> parameters() {
            return List.of(p);
          }

          @Override
          public Outcome learn(Batch batch, long step) {
            return new Outcome(step == 6 ? Double.NaN : 1);
          }
        };
    InputException refused =
        assertThrows(
            InputException.class, () -> new Trainer(PLAN, Run.local()).train(broken, data));
    assertEquals(
        "step 6 of 100: the loss is NaN; give a learning rate below 0.05, or clip the gradient",
        refused.getMessage());
  }

  @Test
  void refusesToResumeAnotherTraining() {
    new Trainer(PLAN, run("other").build()).train(new Regression(0), data);
    Run resuming = run("other").seed(4).resume(true).build();
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Trainer(PLAN.withClip(2), resuming).train(new Regression(0), data));
    assertEquals(
        temporary.resolve("other").resolve(Checkpoint.FILE)
            + ": belongs to another training (seed was 3, is 4; clip was 5.0, is 2.0); resume with"
            + " the same data, seed and options, or leave --resume away to start anew",
        refused.getMessage());
  }

  @Test
  void refusesACheckpointOfAnotherLearner() {
    new Trainer(PLAN, run("mine").build()).train(new Regression(0), data);
    Learner other =
        new Learner() {
          private final ArrayParameter p = new ArrayParameter("bias", new float[2], 2);

          @Override
          public List<Parameter> parameters() {
            return List.of(p);
          }

          @Override
          public Outcome learn(Batch batch, long step) {
            return new Outcome(1);
          }
        };
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Trainer(PLAN, run("mine").resume(true).build()).train(other, data));
    assertEquals(
        temporary.resolve("mine").resolve(Checkpoint.FILE)
            + ": belongs to another learner (bias has shape [2], in the checkpoint [1]); leave"
            + " --resume away to start anew",
        refused.getMessage());
  }

  @Test
  void stopsWhereTheLossHasComeToRest() {
    Regression learner = new Regression(0);
    TrainingPlan plan =
        TrainingPlan.ofEpochs(500, 100)
            .with(OptimiserPlan.sgd(0.1, 0, 0))
            .with(new EarlyStop(0.5, 4)); // falls by (1 - 0.2)² = 0.64 a pass, so at once
    Training training = new Trainer(plan, Run.local()).train(learner, data);
    assertTrue(training.stoppedEarly());
    assertEquals(5, training.steps()); // the first pass has nothing to be compared with
  }

  @Test
  void theLogHasItsFiguresAndTheAverageFollows() {
    Regression learner = new Regression(0);
    Training training = new Trainer(PLAN, Run.seeded(2)).train(learner, data);
    assertEquals(100, training.log().lines().size());
    assertEquals("bias", training.log().names().get(0));
    assertTrue(training.log().csv().startsWith("step,loss,rate,bias\n0,"));
    assertEquals(0.005, training.log().lines().get(0).rate(), 1e-12);
    float average = training.average().get("bias")[0];
    float now = learner.bias.values()[0];
    assertTrue(Math.abs(average - now) > 0 && Math.abs(average - now) < 0.2);
  }

  @Test
  void refusesAWarmUpAsLongAsTheTraining() {
    TrainingPlan plan = TrainingPlan.ofSteps(10, 4).with(Schedule.linear(10));
    InputException refused =
        assertThrows(
            InputException.class,
            () -> new Trainer(plan, Run.local()).train(new Regression(0), data));
    assertEquals("10 warm-up steps of 10 steps; give fewer, or train longer", refused.getMessage());
  }
}
