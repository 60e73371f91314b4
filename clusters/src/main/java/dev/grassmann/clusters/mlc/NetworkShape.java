package dev.grassmann.clusters.mlc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.io.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network's weights do not say.
 *
 * @param inputs numbers a row
 * @param scale what a row is divided by first
 * @param options layers and what follows them
 * @param said numbers that the cluster head says of a point
 */
record NetworkShape(int inputs, double scale, NetworkOptions options, int said) {
  ObjectNode json() {
    ObjectNode node = Json.object().put("inputs", inputs).put("scale", scale).put("said", said);
    node.set("network", Options.json(options));
    return node;
  }

  static NetworkShape of(JsonNode node) {
    JsonNode network = node.path("network");
    List<Integer> layers = new ArrayList<>();
    network.path("layers").forEach(layer -> layers.add(layer.asInt()));
    NetworkOptions options =
        new NetworkOptions(
            network.path("dim").asInt(),
            layers,
            Options.with(
                    MlcConfig.DEFAULTS.network(), "activation", network.path("activation").asText())
                .activation(),
            network.path("batchNorm").asBoolean());
    return new NetworkShape(
        node.path("inputs").asInt(),
        node.path("scale").asDouble(),
        options,
        node.path("said").asInt());
  }
}
