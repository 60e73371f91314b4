package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model as files: its counts as safetensors, the rest as JSON. */
final class ModelFiles {
  private static final String TENSORS = "model.safetensors";
  private static final String ABOUT = "model.json";
  private static final String RAW = "raw_counts";
  private static final String TARGET = "target_counts";
  private static final String MEND = "give the folder of a sample fit run";

  private ModelFiles() {}

  static void save(DsirModel model, RunFolder folder) {
    int m = model.map().buckets();
    long[] targets = new long[Math.multiplyExact(m, model.targets().size())];
    for (int t = 0; t < model.targets().size(); t++) {
      System.arraycopy(model.targets().get(t).counts().counts(), 0, targets, t * m, m);
    }
    SafetensorsWriter tensors = new SafetensorsWriter();
    tensors.add(RAW, model.raw().counts(), m);
    tensors.add(TARGET, targets, model.targets().size(), m);
    folder.write(TENSORS, tensors::writeTo);
    folder.writeJson(ABOUT, about(model));
  }

  static ObjectNode about(DsirModel model) {
    ObjectNode node = Json.object();
    node.put("ngrams", model.map().ngrams()).put("buckets", model.map().buckets());
    node.put("hash", Options.word(model.map().hash()));
    node.put("tokens", Options.word(model.map().tokens()));
    node.putObject("text")
        .put("field", model.place().field())
        .put("unit", Options.word(model.place().unit()));
    node.put("smoothing", model.smoothing());
    node.putObject("raw")
        .put("documents", model.raw().documents())
        .put("ngrams", model.raw().total());
    ArrayNode targets = node.putArray("targets");
    for (int t = 0; t < model.targets().size(); t++) {
      DsirModel.Target target = model.targets().get(t);
      targets
          .addObject()
          .put("name", target.name())
          .put("documents", target.counts().documents())
          .put("ngrams", target.counts().total())
          .put("klFromRaw", model.divergence(t));
    }
    ArrayNode grams = node.putArray("tellingNgrams");
    for (DsirModel.Gram gram : model.grams()) {
      grams
          .addObject()
          .put("text", gram.text())
          .put("targetShare", gram.target())
          .put("rawShare", gram.raw())
          .put("logRatio", gram.logRatio());
    }
    return node;
  }

  static DsirModel load(Path folder) {
    Path about = folder.resolve(ABOUT);
    if (!Files.isRegularFile(about)) {
      throw InputException.file(about, "does not exist", MEND);
    }
    JsonNode node = Json.read(about);
    FeatureMap map =
        new FeatureMap(
            whole(node, "ngrams", about),
            whole(node, "buckets", about),
            word(FeatureMap.Hash.values(), node, "hash", about),
            word(FeatureMap.Rule.values(), node, "tokens", about));
    Path file = folder.resolve(TENSORS);
    SafetensorsFile tensors = SafetensorsFile.open(file);
    int m = map.buckets();
    List<JsonNode> named = new ArrayList<>();
    node.path("targets").forEach(named::add);
    if (!tensors.has(RAW)
        || !tensors.has(TARGET)
        || !tensors.shape(RAW).equals(List.of((long) m))
        || !tensors.shape(TARGET).equals(List.of((long) named.size(), (long) m))) {
      throw InputException.file(
          file, "lacks counts of " + named.size() + " targets in " + m + " buckets", MEND);
    }
    long[] all = tensors.longs(TARGET);
    List<DsirModel.Target> targets = new ArrayList<>();
    for (int t = 0; t < named.size(); t++) {
      long[] counts = Arrays.copyOfRange(all, t * m, (t + 1) * m);
      targets.add(
          new DsirModel.Target(
              named.get(t).path("name").asText(),
              new BucketCounts(counts, named.get(t).path("documents").asLong())));
    }
    BucketCounts raw =
        new BucketCounts(tensors.longs(RAW), node.path("raw").path("documents").asLong());
    DocumentText place =
        new DocumentText(
            node.path("text").path("field").asText(),
            word(TextUnit.values(), node.path("text"), "unit", about));
    return new DsirModel(map, place, node.path("smoothing").asDouble(), raw, targets, List.of());
  }

  private static int whole(JsonNode node, String name, Path file) {
    if (!node.path(name).isInt()) {
      throw InputException.file(file, "lacks " + name, MEND);
    }
    return node.path(name).asInt();
  }

  private static <E extends Enum<E>> E word(E[] all, JsonNode node, String name, Path file) {
    for (E one : all) {
      if (Options.word(one).equals(node.path(name).asText())) {
        return one;
      }
    }
    throw InputException.file(
        file, "has " + name + " '" + node.path(name).asText() + "', which is unknown", MEND);
  }
}
