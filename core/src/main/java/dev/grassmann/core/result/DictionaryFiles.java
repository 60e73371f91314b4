package dev.grassmann.core.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A dictionary as files: its matrices as safetensors, the rest as JSON. */
final class DictionaryFiles {
  static final String TENSORS = "dictionary.safetensors";
  private static final String ABOUT = "dictionary.json";
  private static final String ATOMS = "atoms";
  private static final String MEAN = "scaling_mean";

  private DictionaryFiles() {}

  static void save(Dictionary dictionary, RunFolder folder) {
    SafetensorsWriter tensors = new SafetensorsWriter();
    dictionary.parameters().forEach(tensors::add);
    tensors.add(ATOMS, dictionary.atoms());
    dictionary.scaling().mean().ifPresent(mean -> tensors.add(MEAN, mean));
    folder.write(TENSORS, tensors::writeTo);
    folder.writeJson(ABOUT, about(dictionary));
  }

  static ObjectNode about(Dictionary dictionary) {
    ObjectNode node = Json.object();
    node.put("architecture", dictionary.architecture());
    node.put("features", dictionary.features()).put("dimension", dictionary.d());
    node.put("k", dictionary.k());
    node.put("scaling", Options.word(dictionary.scaling().kind()));
    node.put("factor", dictionary.scaling().factor());
    node.set("settings", Json.tree(new TreeMap<>(dictionary.settings())));
    return node.put("tensors", TENSORS);
  }

  static Dictionary load(Path path) {
    Path about = Files.isDirectory(path) ? path.resolve(ABOUT) : path;
    if (!Files.isRegularFile(about)) {
      throw InputException.file(about, "does not exist", "give the folder of a sae train run");
    }
    JsonNode node = Json.read(about);
    String architecture = node.path("architecture").asText();
    if (architecture.isEmpty() || !node.path("k").isInt()) {
      throw InputException.file(
          about, "lacks architecture and k", "give the folder of a sae train run");
    }
    Path file = about.resolveSibling(node.path("tensors").asText(TENSORS));
    SafetensorsFile stored = SafetensorsFile.open(file);
    Map<String, Vectors> tensors = new HashMap<>();
    stored.names().forEach(name -> tensors.put(name, inMemory(stored.vectors(name))));
    Vectors atoms = tensors.remove(ATOMS);
    if (atoms == null) {
      throw InputException.file(file, "lacks tensor 'atoms'", "give the folder of a sae train run");
    }
    Optional<Vectors> mean = Optional.ofNullable(tensors.remove(MEAN));
    Map<String, Double> settings = new HashMap<>();
    node.path("settings")
        .properties()
        .forEach(e -> settings.put(e.getKey(), e.getValue().asDouble()));
    Dictionary.Scaling scaling =
        new Dictionary.Scaling(kind(node, about), mean, node.path("factor").asDouble(1));
    return new Dictionary(architecture, node.path("k").asInt(), atoms, tensors, settings, scaling);
  }

  /** A dictionary is gone through again and again, and its file may be replaced meanwhile. */
  private static Vectors inMemory(Vectors mapped) {
    return Vectors.of(mapped.toArray(), mapped.n(), mapped.d());
  }

  private static Dictionary.Kind kind(JsonNode node, Path about) {
    String word = node.path("scaling").asText("none");
    for (Dictionary.Kind kind : Dictionary.Kind.values()) {
      if (Options.word(kind).equals(word)) {
        return kind;
      }
    }
    throw InputException.file(about, "has scaling '" + word + "'", "none|sqrt-d|layer|centre");
  }
}
