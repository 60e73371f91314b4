package dev.grassmann.dictionaries.polysae;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.standard.Decoding;
import dev.grassmann.dictionaries.standard.Weights;
import dev.grassmann.engine.train.Batch;
import dev.grassmann.engine.train.Learner;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.Schedule;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decoder that learns from the true codes of {@link PairWorld}, so that nothing else can fail.
 */
final class TrueCodes implements Learner {
  private static final int STEPS = 6_000;
  private static final int BATCH = 256;
  private static final int ROWS = 100_000;
  private static final int TEST = 20_000;
  private static final int WIDTH = PairWorld.ATOMS + PairWorld.D;

  private final PolyDecoding decoding;

  private TrueCodes(PolyDecoding decoding) {
    this.decoding = decoding;
  }

  /**
   * What a decoder came to.
   *
   * @param fvu on rows that were not learnt from
   * @param pairs what it says of pairs
   */
  record Learnt(double fvu, Pairs pairs) {}

  /**
   * Trains on a world.
   *
   * @param rank R_2; 0 for a linear decoder
   */
  static Learnt learn(PairWorld world, int rank, Run run) {
    List<Integer> ranks = rank == 0 ? List.of(PairWorld.ATOMS) : List.of(PairWorld.ATOMS, rank);
    PolySaeConfig config =
        Options.with(PolySaeConfig.DEFAULT, Map.of("order", ranks.size(), "ranks", ranks));
    Weights none =
        new Weights(PairWorld.ATOMS, PairWorld.D, new float[0], null, null, new float[PairWorld.D]);
    int[] narrow = ranks.stream().mapToInt(r -> r).toArray();
    Decoding start = new PolyStart(config, narrow, Optional.empty(), run.seed()).decoding(none);
    TrueCodes learner = new TrueCodes((PolyDecoding) start);
    TrainingPlan plan =
        TrainingPlan.ofSteps(STEPS, BATCH)
            .with(OptimiserPlan.adam(3e-3))
            .with(new Schedule(Schedule.Course.CONSTANT, 0, STEPS / 5, 0));
    PairWorld.Sample sample = world.sample(ROWS, run.random("rows"));
    Run aside = run.but().folder(null).resume(false).build(); // no checkpoint: it takes seconds
    new Trainer(plan, aside).train(learner, Vectors.of(joined(sample, ROWS), ROWS, WIDTH));
    PairWorld.Sample test = world.sample(TEST, run.random("test rows"));
    float[] rows = joined(test, TEST);
    float[] error = learner.error(rows, TEST);
    double left = 0;
    for (float e : error) {
      left += (double) e * e;
    }
    Pairs pairs = new Pairs(learner.decoding.weights(), learner.decoding.atoms());
    return new Learnt(left / TEST / variance(test.x()), pairs);
  }

  private static double variance(float[] x) {
    double[] sum = new double[PairWorld.D];
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      sum[i % PairWorld.D] += x[i];
      square += (double) x[i] * x[i];
    }
    int n = x.length / PairWorld.D;
    for (double s : sum) {
      square -= s * s / n;
    }
    return square / n;
  }

  private static float[] joined(PairWorld.Sample sample, int n) {
    float[] rows = new float[n * WIDTH];
    for (int b = 0; b < n; b++) {
      System.arraycopy(sample.z(), b * PairWorld.ATOMS, rows, b * WIDTH, PairWorld.ATOMS);
      System.arraycopy(sample.x(), b * PairWorld.D, rows, b * WIDTH + PairWorld.ATOMS, PairWorld.D);
    }
    return rows;
  }

  private static ActiveCodes codes(float[] rows, int n) {
    int[] start = new int[n + 1];
    int[] latent = new int[n * PairWorld.ATOMS];
    float[] value = new float[latent.length];
    int size = 0;
    for (int b = 0; b < n; b++) {
      for (int i = 0; i < PairWorld.ATOMS; i++) {
        if (rows[b * WIDTH + i] != 0) {
          latent[size] = i;
          value[size++] = rows[b * WIDTH + i];
        }
      }
      start[b + 1] = size;
    }
    return new ActiveCodes(n, start, Arrays.copyOf(latent, size), Arrays.copyOf(value, size));
  }

  /** x_hat - x, n × 64. */
  private float[] error(float[] rows, int n) {
    float[] error = decoding.decode(codes(rows, n), new Decoding.Output(true, false));
    for (int b = 0; b < n; b++) {
      for (int c = 0; c < PairWorld.D; c++) {
        error[b * PairWorld.D + c] -= rows[b * WIDTH + PairWorld.ATOMS + c];
      }
    }
    return error;
  }

  @Override
  public List<Parameter> parameters() {
    return decoding.parameters(); // the bias stays 0, as in the world
  }

  @Override
  public Outcome learn(Batch batch, long step) {
    int n = batch.size();
    float[] error = error(batch.numbers(), n);
    double loss = 0;
    for (int i = 0; i < error.length; i++) {
      loss += (double) error[i] * error[i] / n;
      error[i] *= 2f / n;
    }
    decoding.pullback(codes(batch.numbers(), n), error, new Decoding.Output(false, false));
    return new Outcome(loss);
  }

  @Override
  public void moved(long step) {
    decoding.moved();
  }
}
