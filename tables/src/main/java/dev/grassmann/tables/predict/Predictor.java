package dev.grassmann.tables.predict;

import dev.grassmann.core.run.Run;
import dev.grassmann.tables.Sample;

/** A way to learn outcomes from features. */
public interface Predictor {
  /** Learns from a sample; the same sample and seed give the same model. */
  Model fit(Sample training, Run run);

  /** What was learnt. */
  interface Model {
    /**
     * What it says of other rows of the same features.
     *
     * @return one array a class with a score a row, the largest of which is the answer; for numbers
     *     a single array with the number
     */
    double[][] outputs(Sample sample);
  }
}
