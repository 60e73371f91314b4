package dev.grassmann.dictionaries.standard;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.train.DeadLatents;
import dev.grassmann.dictionaries.train.Draws;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.dictionaries.train.UnitRows;
import dev.grassmann.engine.train.ArrayParameter;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** An autoencoder with an encoder of its own while it learns; its {@link Rule} says which kind. */
final class FamilyLearner implements SaeLearner {
  private final Rule rule;
  private final Footing footing;
  private final Revival revival;
  private final long seed;
  private final Weights weights;
  private final Model model;
  private final ArrayParameter encoder;
  private final ArrayParameter decoder;
  private final ArrayParameter encoderBias;
  private final List<Parameter> parameters = new ArrayList<>();
  private final DeadLatents dead;
  private float[] last;

  /**
   * @param features number of latents, F
   * @param first the first batch, rows × d, scaled: where the bias may start
   */
  FamilyLearner(
      Rule rule,
      Footing footing,
      Revival revival,
      int features,
      float[] first,
      int rows,
      long seed) {
    this(
        rule,
        null,
        footing,
        revival,
        Weights.start(footing, features, first, rows, Draws.of(seed, "start", 0)),
        seed);
  }

  /**
   * @param decoding null for the plain linear decoder
   * @param weights encoder and biases at their start; the decoder too where it is linear
   */
  FamilyLearner(
      Rule rule, Decoding decoding, Footing footing, Revival revival, Weights weights, long seed) {
    int features = weights.features();
    int d = weights.d();
    this.rule = rule;
    this.footing = footing;
    this.revival = revival;
    this.seed = seed;
    this.weights = weights;
    this.encoder = new ArrayParameter("encoder", weights.encoder(), features, d);
    this.decoder =
        decoding == null ? new ArrayParameter("decoder", weights.decoder(), features, d) : null;
    this.encoderBias = new ArrayParameter("encoder_bias", weights.encoderBias(), 1, features);
    ArrayParameter bias = new ArrayParameter("bias", weights.bias(), 1, d);
    Weights gradient =
        new Weights(
            features,
            d,
            encoder.gradient(),
            decoder == null ? new float[0] : decoder.gradient(),
            encoderBias.gradient(),
            bias.gradient());
    this.model =
        decoding == null ? Model.linear(weights, gradient) : new Model(weights, gradient, decoding);
    parameters.add(encoder);
    if (decoder != null) {
      parameters.add(decoder);
    }
    parameters.addAll(List.of(encoderBias, bias));
    parameters.addAll(model.decoding().parameters());
    parameters.addAll(rule.parameters());
    this.dead = new DeadLatents(features, revival.deadAfter());
  }

  @Override
  public String about() {
    return rule.about()
        + model.decoding().about()
        + ", "
        + footing
        + ", "
        + revival
        + ", "
        + weights.features()
        + " latents";
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public Outcome descend(float[] batch, int rows, long step) {
    int deadNow = dead.count();
    Rule.Result result = rule.descend(model, batch, rows, step, dead.flags());
    dead.add(rows, result.fired());
    if (footing.freezeDecoder() && decoder != null) {
      decoder.clearGradient(); // no gradient, no move: weight decay aside, which is 0 by default
    } else if (unit()) {
      UnitRows.removeParallel(decoder);
    }
    last = resamples(step) ? batch : null;
    return new Outcome(result.loss(), result.squaredError(), result.active(), deadNow);
  }

  private boolean unit() {
    return footing.unitDecoder() && decoder != null;
  }

  private boolean resamples(long step) {
    return revival.resampleEvery() > 0 && (step + 1) % revival.resampleEvery() == 0;
  }

  @Override
  public void moved(long step) {
    model.decoding().moved();
    if (unit()) {
      UnitRows.normalise(weights.decoder(), weights.features(), weights.d());
    }
    if (last != null && dead.count() > 0) {
      int n = last.length / weights.d();
      Vectors rows = Vectors.of(last, n, weights.d());
      SparseAutoencoder now =
          SparseAutoencoder.of(dictionary(Dictionary.Scaling.none()), Run.local());
      double[] loss = RowErrors.of(last, now.reconstruct(rows).toArray(), n, weights.d());
      new Resampling(weights, encoder, decoder, encoderBias, revival.resampleNorm())
          .revive(dead, last, loss, random("resample", step), rule);
    }
    last = null;
  }

  @Override
  public void save(State state) {
    dead.save(state);
    rule.save(state.under("rule"));
  }

  @Override
  public void load(State state) {
    dead.load(state);
    rule.load(state.under("rule"));
  }

  @Override
  public Dictionary dictionary(Dictionary.Scaling scaling) {
    Map<String, Vectors> named = new HashMap<>(weights.parameters());
    named.putAll(rule.kept());
    named.putAll(model.decoding().kept());
    Map<String, Double> settings = new HashMap<>(rule.settings());
    settings.putAll(model.decoding().settings());
    return new Dictionary(
        model.decoding().architecture(rule.architecture()),
        rule.k(),
        Vectors.of(model.decoding().atoms(), weights.features(), weights.d()),
        named,
        settings,
        scaling);
  }

  /** A generator for one purpose and step, so that a resumed training draws the same. */
  private SplittableRandom random(String purpose, long step) {
    return Draws.of(seed, purpose, step);
  }
}
