package dev.grassmann.dictionaries.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.dictionaries.standard.TopKArchitecture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what SAELens saves; of older versions what says the same in other words. */
final class SaeLensReader {
  private final Path file;
  private final JsonNode config;
  private final SafetensorsFile weights;
  private final int features;
  private final int d;

  private SaeLensReader(Path folder) {
    Path about = folder.resolve(SaeLens.CONFIG);
    this.file = folder.resolve(SaeLens.WEIGHTS);
    this.config = Json.read(about);
    this.weights = SafetensorsFile.open(file);
    List<Long> shape = weights.has(SaeLens.DECODER) ? weights.shape(SaeLens.DECODER) : List.of();
    if (shape.size() != 2) {
      throw InputException.file(file, "lacks a matrix W_dec", "give a folder saved by SAELens");
    }
    this.features = Math.toIntExact(shape.get(0));
    this.d = Math.toIntExact(shape.get(1));
  }

  static Dictionary read(Path folder) {
    return new SaeLensReader(folder).dictionary();
  }

  private Dictionary dictionary() {
    String architecture = architecture();
    boolean gated = architecture.equals("gated");
    float[] encoder =
        SaeLens.transposed(numbers(SaeLens.ENCODER, (long) features * d), d, features);
    float[] encoderBias = numbers(gated ? SaeLens.GATE_BIAS : SaeLens.ENCODER_BIAS, features);
    float[] bias = numbers(SaeLens.BIAS, d);
    if (!config.path("apply_b_dec_to_input").asBoolean(true)) {
      centre(encoder, encoderBias, bias);
    }
    Map<String, Vectors> parameters = new HashMap<>();
    parameters.put(Dictionary.ENCODER, Vectors.of(encoder, features, d));
    parameters.put(Dictionary.ENCODER_BIAS, Vectors.of(encoderBias, 1, features));
    parameters.put(Dictionary.BIAS, Vectors.of(bias, 1, d));
    Map<String, Double> settings = new HashMap<>();
    if (gated) {
      SaeLens.GATED.forEach(
          (theirs, ours) ->
              parameters.put(ours, Vectors.of(numbers(theirs, features), 1, features)));
    }
    if (architecture.equals("jumprelu")) {
      parameters.put(
          Dictionary.THRESHOLD, Vectors.of(numbers(SaeLens.THRESHOLD, features), 1, features));
    }
    if (architecture.equals("topk")) {
      boolean weighed = config.path("rescale_acts_by_decoder_norm").asBoolean(false);
      settings.put(TopKArchitecture.NORM_WEIGHED, weighed ? 1.0 : 0.0);
    }
    float[] decoder = numbers(SaeLens.DECODER, (long) features * d);
    return new Dictionary(
        architecture,
        k(architecture),
        Vectors.of(decoder, features, d),
        parameters,
        settings,
        scaling());
  }

  /** Without b_dec subtracted, a = x W + b_enc = (x - b_dec) W + (b_enc + b_dec W). */
  private void centre(float[] encoder, float[] encoderBias, float[] bias) {
    for (int j = 0; j < features; j++) {
      double sum = encoderBias[j];
      for (int c = 0; c < d; c++) {
        sum += (double) encoder[j * d + c] * bias[c];
      }
      encoderBias[j] = (float) sum;
    }
  }

  private String architecture() {
    if (config.path("finetuning_scaling_factor").asBoolean(false)) {
      throw refusal("has a fine-tuned scaling factor", "fold it into W_dec first");
    }
    String theirs = config.path("architecture").asText("standard");
    boolean old = config.path("activation_fn").asText(word("activation_fn_str")).equals("topk");
    return switch (theirs) {
      case "standard" -> old ? "topk" : "relu";
      case "gated", "jumprelu", "topk" -> theirs;
      default ->
          throw refusal(
              "has architecture '" + theirs + "'",
              "standard, gated, topk and jumprelu can be read");
    };
  }

  private String word(String name) {
    return config.path(name).asText("relu");
  }

  private int k(String architecture) {
    if (!architecture.equals("topk")) {
      return 0;
    }
    for (JsonNode k :
        List.of(
            config.path("k"),
            config.path("activation_fn_kwargs").path("k"),
            config.path("activation_fn_kwargs").path("top_k"))) {
      if (k.isInt()) {
        return k.asInt();
      }
    }
    throw refusal("has no k", "give the one that it was trained with, as \"k\"");
  }

  private Dictionary.Scaling scaling() {
    String word = config.path("normalize_activations").asText("none");
    Dictionary.Kind kind =
        switch (word) {
          case "none" -> Dictionary.Kind.NONE;
          case "constant_norm_rescale" -> Dictionary.Kind.ROW;
          default ->
              throw refusal(
                  "has normalize_activations '" + word + "'",
                  "fold the scaling into the weights first; none and constant_norm_rescale can be"
                      + " read");
        };
    return new Dictionary.Scaling(kind, Optional.empty(), 1);
  }

  private float[] numbers(String name, long count) {
    if (!weights.has(name)) {
      throw InputException.file(
          file, "lacks tensor '" + name + "'", "give a folder saved by SAELens");
    }
    float[] numbers = weights.floats(name);
    if (numbers.length != count) {
      throw InputException.file(
          file,
          "'" + name + "' has " + numbers.length + " numbers, not " + count,
          "its tensors must fit W_dec");
    }
    return numbers;
  }

  private InputException refusal(String what, String mend) {
    return InputException.file(file.resolveSibling(SaeLens.CONFIG), what, mend);
  }
}
