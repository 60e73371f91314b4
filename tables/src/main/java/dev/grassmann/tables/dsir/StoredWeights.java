package dev.grassmann.tables.dsir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.data.TextUnit;
import dev.grassmann.core.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weights on disk, and of which documents they are.
 *
 * @param folder with {@code log_weights.npy} (documents x targets, nats) and {@code lengths.npy}
 *     (tokens; -1 where a document could not be read)
 * @param documents how many there are
 * @param targets names
 * @param sizes n-grams of each target
 * @param text how the documents were read
 * @param parts the corpus's files as they were
 * @param kind what the weights are
 */
record StoredWeights(
    Path folder,
    long documents,
    List<String> targets,
    List<Long> sizes,
    DocumentText text,
    List<Part> parts,
    Kind kind) {
  static final String LOG_WEIGHTS = "log_weights.npy";
  static final String LENGTHS = "lengths.npy";
  static final String ABOUT = "weights.json";
  private static final String MEND = "give the folder of a sample weigh or sample classify run";

  /** What a log weight is. */
  enum Kind {
    /**
     * The logarithm of how much likelier the document is under the target: {@code sample weigh}.
     */
    IMPORTANCE,
    /** Log odds that the document is of the target: {@code sample classify}. */
    ODDS
  }

  /**
   * One file of the corpus.
   *
   * @param name as it was given
   * @param bytes size on disk
   * @param checksum of its bytes
   */
  record Part(String name, long bytes, long checksum) {}

  StoredWeights {
    targets = List.copyOf(targets);
    sizes = List.copyOf(sizes);
    parts = List.copyOf(parts);
  }

  WeightReader open() {
    return StoredWeightReader.open(this);
  }

  /**
   * @throws InputException where the corpus has other files than those weighed
   */
  void requireSameSizes(Corpus corpus) {
    List<Corpus.Part> now = corpus.parts();
    if (now.size() != parts.size()) {
      throw changed(
          corpus.name(),
          String.format(Locale.ROOT, "has %,d files, %,d were weighed", now.size(), parts.size()));
    }
    for (int i = 0; i < parts.size(); i++) {
      if (now.get(i).bytes() != parts.get(i).bytes()) {
        throw changed(
            now.get(i).name(),
            String.format(
                Locale.ROOT,
                "has %,d bytes, %,d were weighed",
                now.get(i).bytes(),
                parts.get(i).bytes()));
      }
    }
  }

  /**
   * @throws InputException where what was read is not what was weighed
   */
  void requireSame(Corpus corpus, long read, List<Long> checksums) {
    for (int i = 0; i < parts.size(); i++) {
      if (checksums.get(i) != parts.get(i).checksum()) {
        throw changed(corpus.parts().get(i).name(), "is not the file that was weighed");
      }
    }
    if (read != documents) {
      throw changed(
          corpus.name(),
          String.format(Locale.ROOT, "has %,d documents, %,d were weighed", read, documents));
    }
  }

  private static InputException changed(String where, String what) {
    return new InputException(what, where, "weigh it again with grassmann sample weigh");
  }

  ObjectNode about() {
    ObjectNode node = Json.object();
    node.put("documents", documents).put("kind", Options.word(kind));
    ArrayNode names = node.putArray("targets");
    for (int t = 0; t < targets.size(); t++) {
      names.addObject().put("name", targets.get(t)).put("ngrams", sizes.get(t));
    }
    node.putObject("text").put("field", text.field()).put("unit", Options.word(text.unit()));
    node.set("parts", Json.tree(parts));
    return node;
  }

  static StoredWeights load(Path folder) {
    Path about = folder.resolve(ABOUT);
    if (!Files.isRegularFile(about)) {
      throw InputException.file(about, "does not exist", MEND);
    }
    JsonNode node = Json.read(about);
    List<String> targets = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (JsonNode target : node.path("targets")) {
      targets.add(target.path("name").asText());
      sizes.add(target.path("ngrams").asLong());
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : node.path("parts")) {
      parts.add(
          new Part(
              part.path("name").asText(),
              part.path("bytes").asLong(),
              part.path("checksum").asLong()));
    }
    String word = node.path("text").path("unit").asText();
    for (TextUnit unit : TextUnit.values()) {
      if (Options.word(unit).equals(word) && !targets.isEmpty()) {
        DocumentText text = new DocumentText(node.path("text").path("field").asText(), unit);
        long documents = node.path("documents").asLong();
        return new StoredWeights(folder, documents, targets, sizes, text, parts, kind(node));
      }
    }
    throw InputException.file(about, "does not say what was weighed", MEND);
  }

  private static Kind kind(JsonNode node) {
    String word = node.path("kind").asText(Options.word(Kind.IMPORTANCE));
    return word.equals(Options.word(Kind.ODDS)) ? Kind.ODDS : Kind.IMPORTANCE;
  }
}
