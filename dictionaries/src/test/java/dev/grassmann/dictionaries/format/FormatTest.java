package dev.grassmann.dictionaries.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.dictionaries.Golden;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.SumsOfTwo;
import dev.grassmann.dictionaries.mpsae.MpSae;
import dev.grassmann.dictionaries.mpsae.MpSaeConfig;
import dev.grassmann.dictionaries.standard.BatchTopKConfig;
import dev.grassmann.dictionaries.standard.BatchTopKSae;
import dev.grassmann.dictionaries.standard.GatedConfig;
import dev.grassmann.dictionaries.standard.GatedSae;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders in peers were written by SAELens and sparsify themselves: peer_formats.py. */
class FormatTest {
  private static final Vectors ROWS = Vectors.of(Golden.wave(3, 4, 2.0), 3, 4);
  private static final Vectors DATA = SumsOfTwo.rows(400, 6);
  private static final Map<String, Object> SMALL =
      Map.of("width", 12, "steps", 60, "batch", 64, "warmup", 5, "learningRate", 1e-2);

  @TempDir Path folder;

  private static Path peer(String name) {
    try {
      return Path.of(Golden.class.getResource("peers/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "standard-uncentred",
        "gated",
        "topk",
        "topk-rescaled",
        "jumprelu",
        "jumprelu-rows",
        "sparsify-topk",
        "sparsify-groupmax"
      })
  void whatOthersSavedGivesTheirCodesAndReconstructions(String name) {
    JsonNode expected = Golden.read("peers/expected.json").get(name);
    SparseAutoencoder sae = SparseAutoencoder.of(Format.load(peer(name)));
    SparseCodes codes = sae.encode(ROWS);
    for (int row = 0; row < 3; row++) {
      Golden.agree(expected.get("codes").get(row), codes.dense(row), "codes of row " + row);
    }
    Golden.agree(expected.get("reconstruction"), sae.reconstruct(ROWS).toArray(), "reconstruction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "gated",
        "topk",
        "topk-rescaled",
        "jumprelu",
        "jumprelu-rows",
        "sparsify-topk",
        "sparsify-groupmax"
      })
  void whatOthersSavedIsWrittenAsTheyWroteIt(String name) {
    boolean sparsify = name.startsWith("sparsify");
    Format format = sparsify ? Format.SPARSIFY : Format.SAE_LENS;
    format.write(Format.load(peer(name)), RunFolder.at(folder));
    String file = sparsify ? "sae.safetensors" : "sae_weights.safetensors";
    SafetensorsFile theirs = SafetensorsFile.open(peer(name).resolve(file));
    SafetensorsFile ours = SafetensorsFile.open(folder.resolve(file));
    assertEquals(theirs.names(), ours.names());
    for (String tensor : theirs.names()) {
      assertEquals(theirs.shape(tensor), ours.shape(tensor), tensor);
      assertArrayEquals(theirs.floats(tensor), ours.floats(tensor), tensor);
    }
    ObjectNode config = (ObjectNode) Json.read(peer(name).resolve("cfg.json"));
    config.remove("metadata");
    ObjectNode written = (ObjectNode) Json.read(folder.resolve("cfg.json"));
    written.remove("metadata");
    if (sparsify) { // says what training was like, which nothing that is read depends on
      config.remove("normalize_decoder");
      written.remove("normalize_decoder");
      config.remove("expansion_factor");
      written.remove("expansion_factor");
    }
    assertEquals(config, written);
  }

  private Dictionary trained(String method, Dictionary.Kind kind) {
    return switch (method) {
      case "topk" ->
          new TopKSae(
                  Options.with(
                      Options.with(TopKConfig.DEFAULT, SMALL), Map.of("k", 2, "normalize", kind)))
              .train(DATA)
              .dictionary();
      case "batchtopk" ->
          new BatchTopKSae(
                  Options.with(
                      Options.with(BatchTopKConfig.DEFAULT, SMALL),
                      Map.of("k", 2.0, "normalize", kind)))
              .train(DATA)
              .dictionary();
      default ->
          new GatedSae(Options.with(Options.with(GatedConfig.DEFAULT, SMALL), "normalize", kind))
              .train(DATA)
              .dictionary();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "topk, SQRT_D, SAE_LENS",
    "topk, CENTRE, SPARSIFY",
    "topk, NONE, GRASSMANN",
    "batchtopk, CENTRE, SAE_LENS",
    "gated, ROW, SAE_LENS"
  })
  void theScalingIsFoldedIntoTheWeights(String method, Dictionary.Kind kind, Format format) {
    Dictionary before = trained(method, kind);
    format.write(before, RunFolder.at(folder));
    SparseAutoencoder after = SparseAutoencoder.of(Format.load(folder));
    SparseAutoencoder sae = SparseAutoencoder.of(before);
    assertArrayEquals(sae.reconstruct(DATA).toArray(), after.reconstruct(DATA).toArray(), 1e-4f);
    assertEquals(sae.encode(DATA).l0(), after.encode(DATA).l0(), 0.02);
  }

  @Test
  void whatAFormatHasNoRoomForIsRefused() {
    Dictionary pursuit =
        new MpSae(Options.with(Options.with(MpSaeConfig.DEFAULT, SMALL), "k", 2))
            .train(DATA)
            .dictionary();
    refused(
        "architecture mp has no place in SAELens' files; convert a dictionary that has an encoder,"
            + " e.g. of --method topk",
        () -> Format.SAE_LENS.write(pursuit, RunFolder.at(folder)));
    refused(
        "sparsify's files hold plain TopK autoencoders only; convert a dictionary of --method topk,"
            + " or write SAELens' format",
        () -> Format.SPARSIFY.write(Format.load(peer("topk-rescaled")), RunFolder.at(folder)));
    refused(
        "--groups: the largest of each group has no place in SAELens' files; train without it, or"
            + " write sparsify's format",
        () -> Format.SAE_LENS.write(Format.load(peer("sparsify-groupmax")), RunFolder.at(folder)));
    refused(
        "--normalize: scaling layer cannot be written: the other program divides by another"
            + " deviation; train with none, sqrt-d or centre",
        () -> Format.SAE_LENS.write(trained("topk", Dictionary.Kind.LAYER), RunFolder.at(folder)));
  }

  @Test
  void foreignFilesThatCannotBeUsedAreRefused() throws IOException {
    copy("topk", "\"topk\"", "\"banded\"");
    Path config = folder.resolve("cfg.json");
    refused(
        config + ": has architecture 'banded'; standard, gated, topk and jumprelu can be read",
        () -> Format.load(folder));
    copy("topk", "\"none\"", "\"layer_norm\"");
    refused(
        config
            + ": has normalize_activations 'layer_norm'; fold the scaling into the weights first;"
            + " none and constant_norm_rescale can be read",
        () -> Format.load(folder));
    copy("topk", "\"k\": 2", "\"kk\": 2");
    refused(
        config + ": has no k; give the one that it was trained with, as \"k\"",
        () -> Format.load(folder));
    copy("standard", "\"standard\"", "\"jumprelu\"");
    refused(
        folder.resolve("sae_weights.safetensors")
            + ": lacks tensor 'threshold'; give a folder saved by SAELens",
        () -> Format.load(folder));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(
        empty.resolve("dictionary.json") + ": does not exist; give the folder of a sae train run",
        () -> Format.load(empty));
  }

  @Test
  void theWordsOfOlderVersionsAreUnderstood() throws IOException {
    copy(
        "topk",
        "\"architecture\": \"topk\"",
        "\"architecture\": \"standard\", \"activation_fn_str\": \"topk\", \"activation_fn_kwargs\":"
            + " {\"k\": 2}");
    String config = Files.readString(folder.resolve("cfg.json")).replace("\"k\": 2, ", "");
    Files.writeString(folder.resolve("cfg.json"), config);
    Dictionary old = Format.load(folder);
    assertEquals("topk", old.architecture());
    assertEquals(2, old.k());
  }

  private void copy(String name, String from, String to) throws IOException {
    Path weights = folder.resolve("sae_weights.safetensors");
    Files.write(weights, Files.readAllBytes(peer(name).resolve("sae_weights.safetensors")));
    String config = Files.readString(peer(name).resolve("cfg.json"));
    Files.writeString(folder.resolve("cfg.json"), config.replace(from, to));
  }

  private static void refused(String message, Executable action) {
    assertEquals(message, assertThrows(InputException.class, action).getMessage());
  }
}
