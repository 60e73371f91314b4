package dev.grassmann.dictionaries.train;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.InputScaler;
import dev.grassmann.dictionaries.Processor;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.measure.Evaluator;
import dev.grassmann.dictionaries.measure.SaeEvaluation;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.BatchOrder;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.Training;
import java.util.Arrays;
import java.util.Locale;

/** Trains a sparse autoencoder of any architecture. */
public final class SaeTrainer {
  private final Learning learning;
  private final Run run;
  private final Trainer trainer;

  /**
   * @param features number of latents, F
   * @throws InputException where the warm-up is as long as the training
   */
  public SaeTrainer(Learning learning, int features, Run run) {
    this.learning = learning;
    this.run = run;
    this.trainer =
        new Trainer(
            learning.plan(features), learning.feed().buffer(), run.but().device("cpu").build());
  }

  /** Makes the learner once the data are known. */
  @FunctionalInterface
  public interface Start {
    /**
     * A learner at its start.
     *
     * @param first the first batch, rows × d, scaled
     */
    SaeLearner learner(float[] first, int rows);
  }

  /**
   * Width that an option stands for, 0 being four times the dimension.
   *
   * @throws InputException where k is larger
   */
  public static int width(int option, int d, double k) {
    int width = option == 0 ? Math.multiplyExact(4, d) : option;
    if (k > width) {
      throw new InputException(
          String.format(Locale.ROOT, "k is %s with %,d features", number(k), width),
          "--k",
          "give a k from 1 to the number of features, or a larger --width");
    }
    return width;
  }

  private static String number(double k) {
    return k == Math.rint(k) ? String.format(Locale.ROOT, "%,d", (long) k) : Double.toString(k);
  }

  /** Trains on all rows but those kept for measuring, then measures. */
  public SaeTraining train(Vectors vectors, Start start) {
    LibTorch.start(run);
    Processor.warn(run);
    // before rows are set apart, while their numbers are the file's
    Vectors kept = KeptRows.of(vectors, learning.feed(), run);
    Split split = Split.of(kept, learning.testShare(), run);
    Dictionary.Scaling scaling = InputScaler.fit(learning.normalize(), split.train());
    InputScaler scaler = new InputScaler(scaling, vectors.d());
    BatchOrder order = trainer.order(split.train());
    float[] first = scaler.read(split.train().rows(order.rows(0)), 0, order.batch());
    SaeLearner learner = start.learner(first, order.batch());
    String data = "first rows " + Arrays.hashCode(first);
    Training training = trainer.train(new ScaledBatches(learner, scaler, data), split.train());
    takeAverages(training, learner);
    Dictionary dictionary = learner.dictionary(scaling);
    SaeEvaluation evaluation =
        new Evaluator(SparseAutoencoder.of(dictionary, run)).evaluate(split.test(), run);
    boolean unseen = learning.testShare() > 0;
    return new SaeTraining(dictionary, training.log(), evaluation, split.train().n(), unseen);
  }

  private static void takeAverages(Training training, SaeLearner learner) {
    for (Parameter parameter : learner.parameters()) {
      float[] average = training.average().get(parameter.name());
      if (average != null && parameter instanceof ArrayParameter array) {
        System.arraycopy(average, 0, array.values(), 0, average.length);
      }
    }
  }
}
