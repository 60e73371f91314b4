package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.RunFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A training in one file, from which it goes on as if it had not stopped: parameters, the
 * optimiser's averages, the learner's own numbers, the log, and the number of the next step.
 */
final class Checkpoint {
  static final String FILE = "checkpoint.safetensors";
  private static final String STEP = "step";
  private static final String TRAINING = "training";
  private static final String LOG = "log";
  private static final String STATE = "state.";
  private static final int COLUMNS = 5;

  private final RunFolder folder;
  private final String training;

  /**
   * @param training what must be the same for a checkpoint to be of this training: data, options,
   *     seed
   */
  Checkpoint(RunFolder folder, String training) {
    this.folder = folder;
    this.training = training;
  }

  void save(long step, SaeLearner learner, Adam adam, List<SaeTraining.Line> log) {
    SafetensorsWriter file = new SafetensorsWriter();
    file.metadata(STEP, Long.toString(step)).metadata(TRAINING, training);
    for (Parameter p : learner.parameters()) {
      file.add(p.name(), p.values(), p.rows(), p.columns());
      file.add(p.name() + ".mean", adam.mean(p), p.rows(), p.columns());
      file.add(p.name() + ".square", adam.square(p), p.rows(), p.columns());
    }
    learner.state().forEach((name, numbers) -> file.add(STATE + name, numbers, numbers.length));
    file.add(LOG, numbers(log), log.size(), COLUMNS);
    folder.write(FILE, file::writeTo);
  }

  /**
   * Goes on from the file.
   *
   * @param log takes the lines written so far
   * @return number of the next step; 0 where there is no file
   * @throws InputException where it is of another training
   */
  long load(SaeLearner learner, Adam adam, List<SaeTraining.Line> log) {
    if (!folder.has(FILE)) {
      return 0;
    }
    SafetensorsFile file = SafetensorsFile.open(folder.file(FILE));
    if (!training.equals(file.metadata().get(TRAINING))) {
      throw InputException.file(
          folder.file(FILE),
          "is of a training with other data, options or seed",
          "give the same, or leave --resume out");
    }
    for (Parameter p : learner.parameters()) {
      copy(file, p.name(), p.values());
      copy(file, p.name() + ".mean", adam.mean(p));
      copy(file, p.name() + ".square", adam.square(p));
    }
    Map<String, double[]> state = new HashMap<>();
    learner.state().keySet().forEach(name -> state.put(name, file.doubles(STATE + name)));
    learner.restore(state);
    log.addAll(lines(file.doubles(LOG)));
    return Long.parseLong(file.metadata().get(STEP));
  }

  private static void copy(SafetensorsFile file, String name, float[] into) {
    float[] numbers = file.floats(name);
    System.arraycopy(numbers, 0, into, 0, into.length);
  }

  private static double[] numbers(List<SaeTraining.Line> log) {
    double[] numbers = new double[log.size() * COLUMNS];
    int at = 0;
    for (SaeTraining.Line line : log) {
      numbers[at++] = line.step();
      numbers[at++] = line.loss();
      numbers[at++] = line.meanSquaredError();
      numbers[at++] = line.l0();
      numbers[at++] = line.dead();
    }
    return numbers;
  }

  private static List<SaeTraining.Line> lines(double[] numbers) {
    List<SaeTraining.Line> log = new ArrayList<>();
    for (int at = 0; at < numbers.length; at += COLUMNS) {
      log.add(
          new SaeTraining.Line(
              (long) numbers[at],
              numbers[at + 1],
              numbers[at + 2],
              numbers[at + 3],
              (int) numbers[at + 4]));
    }
    return log;
  }
}
