package dev.grassmann.dictionaries.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.standard.TopKArchitecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads and writes what EleutherAI's sparsify saves: TopK and groupmax autoencoders. */
final class Sparsify {
  static final String WEIGHTS = "sae.safetensors";
  private static final String CONFIG = "cfg.json";

  /** F × d, as ours. */
  private static final String ENCODER = "encoder.weight";

  private static final String ENCODER_BIAS = "encoder.bias";
  private static final String DECODER = "W_dec";
  private static final String BIAS = "b_dec";

  private Sparsify() {}

  static Dictionary read(Path folder) {
    Path about = folder.resolve(CONFIG);
    JsonNode config = Json.read(about);
    for (String word : List.of("transcode", "skip_connection")) {
      if (config.path(word).asBoolean(false)) {
        throw InputException.file(
            about, "has " + word, "give an autoencoder that reconstructs its own input");
      }
    }
    if (!config.path("k").isInt()) {
      throw InputException.file(about, "has no k", "give a folder saved by sparsify");
    }
    Path file = folder.resolve(WEIGHTS);
    SafetensorsFile weights = SafetensorsFile.open(file);
    for (String name : List.of(ENCODER, ENCODER_BIAS, DECODER, BIAS)) {
      if (!weights.has(name)) {
        throw InputException.file(
            file, "lacks tensor '" + name + "'", "give a folder saved by sparsify");
      }
    }
    Vectors decoder = matrix(weights, DECODER);
    boolean groups = config.path("activation").asText("topk").equals("groupmax");
    return new Dictionary(
        "topk",
        config.path("k").asInt(),
        decoder,
        Map.of(
            Dictionary.ENCODER,
            matrix(weights, ENCODER),
            Dictionary.ENCODER_BIAS,
            row(weights.floats(ENCODER_BIAS)),
            Dictionary.BIAS,
            row(weights.floats(BIAS))),
        Map.of(TopKArchitecture.GROUPS, groups ? 1.0 : 0.0),
        Dictionary.Scaling.none());
  }

  private static Vectors matrix(SafetensorsFile weights, String name) {
    Vectors mapped = weights.vectors(name);
    return Vectors.of(mapped.toArray(), mapped.n(), mapped.d());
  }

  private static Vectors row(float[] numbers) {
    return Vectors.of(numbers, 1, numbers.length);
  }

  static void write(Dictionary dictionary, RunFolder folder) {
    boolean topK = dictionary.architecture().equals("topk");
    boolean weighed = dictionary.setting(TopKArchitecture.NORM_WEIGHED, 0) != 0;
    if (!topK || weighed || dictionary.scaling().kind() == Dictionary.Kind.ROW) {
      throw new InputException(
          "sparsify's files hold plain TopK autoencoders only",
          "",
          "convert a dictionary of --method topk, or write SAELens' format");
    }
    Folded folded = Folded.of(dictionary);
    int features = dictionary.features();
    int d = dictionary.d();
    SafetensorsWriter weights = new SafetensorsWriter();
    weights.add(ENCODER, folded.encoder(), features, d);
    weights.add(ENCODER_BIAS, folded.encoderBias(), features);
    weights.add(DECODER, folded.decoder(), features, d);
    weights.add(BIAS, folded.bias(), d);
    folder.write(WEIGHTS, weights::writeTo);
    ObjectNode config = Json.object();
    boolean groups = dictionary.setting(TopKArchitecture.GROUPS, 0) != 0;
    config.put("activation", groups ? "groupmax" : "topk").put("num_latents", features);
    config.put("expansion_factor", Math.max(1, features / d)).put("k", dictionary.k());
    config.put("normalize_decoder", false).put("multi_topk", false);
    config.put("skip_connection", false).put("transcode", false).put("d_in", d);
    folder.writeJson(CONFIG, config);
  }
}
