package dev.grassmann.tables.dsir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Corpus;
import dev.grassmann.core.data.DocumentText;
import dev.grassmann.core.io.CorpusFiles;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the reference package, by the script beside them. */
final class ReferenceTest {
  private static final JsonNode REFERENCE = read();

  @TempDir private Path folder;

  private static JsonNode read() {
    try (InputStream in = ReferenceTest.class.getResourceAsStream("reference.json")) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "reference.json");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FeatureMap map(JsonNode node, FeatureMap.Rule rule) {
    return new FeatureMap(
        node.path("ngrams").asInt(), node.path("buckets").asInt(), FeatureMap.Hash.SHA256, rule);
  }

  private static FeatureMap map(JsonNode node) {
    return map(node, FeatureMap.Rule.WORDPUNCT);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Test
  void cutsTextsIntoTheReferencesTokens() {
    sameTokens("tokens", FeatureMap.Rule.WORDPUNCT);
  }

  @Test
  void cutsTextsAsTheReferenceDoesWithLaterVersionsOfNltk() {
    sameTokens("unicodeTokens", FeatureMap.Rule.WORDPUNCT_UNICODE);
  }

  private static void sameTokens(String name, FeatureMap.Rule rule) {
    assertTrue(REFERENCE.path(name).size() > 10);
    for (JsonNode one : REFERENCE.path(name)) {
      Featurizer featurizer =
          new Featurizer(new FeatureMap(2, 10_000, FeatureMap.Hash.SHA256, rule));
      featurizer.read(one.path("text").asText());
      List<String> found = new ArrayList<>();
      for (int i = 0; i < featurizer.tokens().count(); i++) {
        found.add(featurizer.tokens().text(i, 1));
      }
      assertEquals(texts(one.path("tokens")), found, one.path("text").asText());
    }
  }

  @Test
  void putsNgramsIntoTheReferencesBuckets() {
    for (JsonNode one : REFERENCE.path("buckets")) {
      byte[] gram = one.path("gram").asText().getBytes(StandardCharsets.UTF_8);
      int bucket = new Sha256Buckets(one.path("m").asInt()).bucket(gram, 0, gram.length);
      assertEquals(one.path("bucket").asInt(), bucket, one.toString());
    }
  }

  @Test
  void countsTheReferencesNgramsUpToLengthFour() {
    for (JsonNode one : REFERENCE.path("counts")) {
      FeatureMap map =
          new FeatureMap(
              one.path("ngrams").asInt(), 37, FeatureMap.Hash.SHA256, FeatureMap.Rule.WORDPUNCT);
      long[] counts = TextWeights.counts(map, List.of(one.path("text").asText())).counts();
      long[] expected = new long[37];
      for (int j = 0; j < 37; j++) {
        expected[j] = one.path("counts").path(j).asLong();
      }
      assertArrayEquals(expected, counts, one.toString());
    }
  }

  @Test
  void weighsAsTheReferenceDoesWithAndWithoutSmoothing() {
    for (JsonNode one : REFERENCE.path("weights")) {
      TextWeights weights =
          TextWeights.of(
              map(one),
              one.path("smoothing").asDouble(),
              texts(one.path("target")),
              texts(one.path("raw")));
      for (int i = 0; i < weights.logs().length; i++) {
        double expected = one.path("logWeights").path(i).asDouble();
        assertEquals(expected, weights.logs()[i], 1e-9 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void weighsFilesAsTheWholePackageDoes() throws IOException {
    for (JsonNode one : REFERENCE.path("package")) {
      Path raw = jsonl("raw.jsonl", texts(one.path("raw")));
      Path target = jsonl("target.jsonl", texts(one.path("target")));
      DsirFitConfig config =
          Options.with(
              DsirFitConfig.DEFAULT,
              Map.of(
                  "target", List.of(target.toString()),
                  "ngrams", one.path("ngrams").asInt(),
                  "buckets", one.path("buckets").asInt()));
      Corpus corpus = CorpusFiles.open(raw);
      DsirModel model = new DsirFit().run(corpus, config, Run.local());
      StoredWeights stored = Weighing.run(corpus, model, config.raw(), folder, Run.local());
      try (WeightReader at = stored.open()) {
        for (int i = 0; at.next(); i++) {
          double expected = one.path("logWeights").path(i).asDouble();
          assertEquals(expected, at.logWeight(0), 1e-9 * (1 + Math.abs(expected)));
          assertEquals(one.path("lengths").path(i).asInt(), at.length());
        }
      }
      assertEquals(one.path("lengths").size(), stored.documents());
    }
  }

  @Test
  void stopsCountingWhereTheReferenceStops() throws IOException {
    for (JsonNode one : REFERENCE.path("budget")) {
      List<String> texts = texts(one.path("texts"));
      int half = texts.size() / 2;
      Corpus corpus =
          CorpusFiles.open(
              List.of(
                  jsonl("a.jsonl", texts.subList(0, half)),
                  jsonl("b.jsonl", texts.subList(half, texts.size()))));
      Reading reading = new Reading(DocumentText.DEFAULT, false);
      BucketCounts counts =
          Counting.of(corpus, map(one), reading, one.path("tokens").asLong(), "raw", Run.local());
      for (int j = 0; j < counts.buckets(); j++) {
        assertEquals(one.path("counts").path(j).asLong(), counts.count(j), "bucket " + j);
      }
    }
  }

  private Path jsonl(String name, List<String> texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    texts.forEach(text -> lines.append(Json.line(Json.object().put("text", text))).append('\n'));
    return Files.writeString(folder.resolve(name), lines);
  }
}
