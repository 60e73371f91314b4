package dev.grassmann.dictionaries.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.standard.TopKArchitecture;
import java.util.Arrays;

/** Writes what SAELens 6 loads with {@code SAE.load_from_disk}. */
final class SaeLensWriter {
  private SaeLensWriter() {}

  static void write(Dictionary dictionary, RunFolder folder) {
    Folded.requireEncoder(dictionary);
    int features = dictionary.features();
    int d = dictionary.d();
    Folded folded = Folded.of(dictionary);
    SafetensorsWriter weights = new SafetensorsWriter();
    weights.add(SaeLens.ENCODER, SaeLens.transposed(folded.encoder(), features, d), d, features);
    weights.add(SaeLens.DECODER, folded.decoder(), features, d);
    weights.add(SaeLens.BIAS, folded.bias(), d);
    ObjectNode config = config(dictionary);
    switch (dictionary.architecture()) {
      case "relu" -> config.put("architecture", "standard");
      case "gated" -> {
        config.put("architecture", "gated");
        SaeLens.GATED.forEach(
            (theirs, ours) -> weights.add(theirs, dictionary.required(ours), features));
      }
      case "topk" -> {
        if (dictionary.setting(TopKArchitecture.GROUPS, 0) != 0) {
          throw new InputException(
              "the largest of each group has no place in SAELens' files",
              "--groups",
              "train without it, or write sparsify's format");
        }
        boolean weighed = dictionary.setting(TopKArchitecture.NORM_WEIGHED, 0) != 0;
        config.put("architecture", "topk").put("k", dictionary.k());
        config.put("rescale_acts_by_decoder_norm", weighed);
      }
      case "jumprelu", "batchtopk", "matryoshka" -> {
        config.put("architecture", "jumprelu");
        float[] thresholds = dictionary.required(Dictionary.THRESHOLD);
        float[] each = thresholds.length == features ? thresholds : new float[features];
        if (thresholds.length == 1) {
          Arrays.fill(each, thresholds[0]);
        }
        weights.add(SaeLens.THRESHOLD, each, features);
      }
      default ->
          throw new InputException(
              "architecture " + dictionary.architecture() + " has no place in SAELens' files",
              "",
              "convert a dictionary of another --method");
    }
    boolean gated = dictionary.architecture().equals("gated");
    weights.add(gated ? SaeLens.GATE_BIAS : SaeLens.ENCODER_BIAS, folded.encoderBias(), features);
    folder.write(SaeLens.WEIGHTS, weights::writeTo);
    folder.writeJson(SaeLens.CONFIG, config);
  }

  private static ObjectNode config(Dictionary dictionary) {
    ObjectNode config = Json.object();
    config.put("d_in", dictionary.d()).put("d_sae", dictionary.features());
    config.put("dtype", "float32").put("device", "cpu").put("apply_b_dec_to_input", true);
    boolean rows = dictionary.scaling().kind() == Dictionary.Kind.ROW;
    config.put("normalize_activations", rows ? "constant_norm_rescale" : "none");
    config.put("reshape_activations", "none");
    config.set("metadata", Json.object());
    return config;
  }
}
