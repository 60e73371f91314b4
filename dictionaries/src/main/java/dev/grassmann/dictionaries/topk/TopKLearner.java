package dev.grassmann.dictionaries.topk;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.ActiveCodes;
import dev.grassmann.dictionaries.train.DeadLatents;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.dictionaries.train.UnitRows;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A TopK or BatchTopK autoencoder while it learns. */
final class TopKLearner implements SaeLearner {
  private static final String THRESHOLD = "threshold";

  private final TopKOptions options;
  private final Weights weights;
  private final Weights gradient;
  private final ArrayParameter decoder;
  private final List<Parameter> parameters;
  private final DeadLatents dead;

  /**
   * Average of the smallest value kept; NaN before the first step that counts. In float64: it moves
   * by thousandths of itself a step.
   */
  private double threshold = Double.NaN;

  private double lastSmallest = Double.NaN;

  /**
   * @param first the first batch, rows × d, scaled: where the bias may start
   */
  TopKLearner(TopKOptions options, int features, int d, float[] first, int rows, long seed) {
    this.options = options;
    this.weights = Weights.zeros(features, d);
    this.dead = new DeadLatents(features, options.deadAfter());
    ArrayParameter encoder = new ArrayParameter("encoder", weights.encoder(), features, d);
    this.decoder = new ArrayParameter("decoder", weights.decoder(), features, d);
    ArrayParameter encoderBias =
        new ArrayParameter("encoder_bias", weights.encoderBias(), 1, features);
    ArrayParameter bias = new ArrayParameter("bias", weights.bias(), 1, d);
    this.parameters = List.of(encoder, decoder, encoderBias, bias);
    this.gradient =
        new Weights(
            features,
            d,
            encoder.gradient(),
            decoder.gradient(),
            encoderBias.gradient(),
            bias.gradient());
    start(first, rows, seed);
  }

  /** The encoder starts as the decoder's transpose: rows of uniform numbers, then of one norm. */
  private void start(float[] first, int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
    float[] decoder = weights.decoder();
    for (int i = 0; i < decoder.length; i++) {
      decoder[i] = (float) random.nextDouble(-1, 1);
    }
    UnitRows.normalise(decoder, weights.features(), weights.d());
    for (int i = 0; i < decoder.length; i++) {
      decoder[i] *= (float) options.startNorm();
    }
    System.arraycopy(decoder, 0, weights.encoder(), 0, decoder.length);
    float[] bias =
        switch (options.biasStart()) {
          case ZERO -> new float[weights.d()];
          case MEAN -> mean(first, rows);
          case MEDIAN -> GeometricMedian.of(first, rows, weights.d());
        };
    System.arraycopy(bias, 0, weights.bias(), 0, bias.length);
  }

  private float[] mean(float[] rows, int n) {
    int d = weights.d();
    double[] sum = new double[d];
    for (int i = 0; i < n * d; i++) {
      sum[i % d] += rows[i];
    }
    float[] mean = new float[d];
    for (int c = 0; c < d; c++) {
      mean[c] = (float) (sum[c] / n);
    }
    return mean;
  }

  @Override
  public String about() {
    return options + ", " + weights.features() + " latents";
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public Outcome descend(float[] batch, int rows, long step) {
    boolean[] flags = options.auxK() == AuxK.NONE ? null : dead.flags();
    int deadNow = dead.count();
    Chooser.Plan plan = plan(options.kAt(step), rows, flags);
    Objective.Loss loss =
        new Objective(weights, plan, options.auxWeight()).of(batch, rows, gradient);
    ActiveCodes codes = loss.choice().codes();
    dead.add(rows, codes.latent(), codes.entries());
    if (options.selection() == Selection.BATCH) {
      follow(BatchSelection.smallest(codes), step);
    }
    if (options.unitDecoder()) {
      UnitRows.removeParallel(decoder);
    }
    return new Outcome(
        loss.total(options.auxWeight()), loss.meanSquaredError() * rows, codes.entries(), deadNow);
  }

  private Chooser.Plan plan(double k, int rows, boolean[] flags) {
    float[] norms = options.normWeighed() ? weights.decoderNorms() : null;
    boolean batch = options.selection() == Selection.BATCH;
    int most = weights.features();
    int keep = batch ? (int) Math.round(Math.min(k, most) * rows) : 0;
    int own = Math.max(1, Math.min(most, (int) Math.round(k)));
    return new Chooser.Plan(
        options.selection(),
        own,
        keep,
        options.wide(),
        options.auxK(),
        options.kAux(),
        flags,
        norms);
  }

  private void follow(double smallest, long step) {
    if (smallest <= 0) {
      return; // nothing was kept
    }
    lastSmallest = smallest;
    if (step >= options.thresholdStart()) {
      double keep = options.thresholdDecay();
      threshold = Double.isNaN(threshold) ? smallest : keep * threshold + (1 - keep) * smallest;
    }
  }

  @Override
  public void moved(long step) {
    if (options.unitDecoder()) {
      UnitRows.normalise(weights.decoder(), weights.features(), weights.d());
    }
  }

  @Override
  public void save(State state) {
    dead.save(state);
    state.put(THRESHOLD, new double[] {threshold, lastSmallest});
  }

  @Override
  public void load(State state) {
    dead.load(state);
    threshold = state.doubles(THRESHOLD)[0];
    lastSmallest = state.doubles(THRESHOLD)[1];
  }

  @Override
  public Dictionary dictionary(Dictionary.Scaling scaling) {
    boolean batch = options.selection() == Selection.BATCH;
    Map<String, Vectors> named = new HashMap<>(weights.parameters());
    if (batch) {
      // a training that ended before the average began has the last batch's
      double limit = Double.isNaN(threshold) ? lastSmallest : threshold;
      float narrow = Double.isNaN(limit) ? 0 : (float) limit;
      named.put(Dictionary.THRESHOLD, Vectors.of(new float[] {narrow}, 1, 1));
    }
    Map<String, Double> settings =
        Map.of(
            TopKArchitecture.NORM_WEIGHED,
            options.normWeighed() ? 1.0 : 0.0,
            TopKArchitecture.GROUPS,
            options.selection() == Selection.GROUP ? 1.0 : 0.0);
    return new Dictionary(
        batch ? BatchTopKArchitecture.ID : TopKArchitecture.ID,
        Math.max(1, (int) Math.round(options.k())),
        Vectors.of(weights.decoder(), weights.features(), weights.d()),
        named,
        settings,
        scaling);
  }
}
