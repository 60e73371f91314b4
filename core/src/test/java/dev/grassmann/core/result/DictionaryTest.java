package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryTest {
  private static final Vectors ATOMS = Vectors.of(new float[] {1, 0, 0, 1, 0.6f, 0.8f}, 3, 2);

  private static Dictionary example() {
    return new Dictionary(
        "batchtopk",
        2,
        ATOMS,
        Map.of(
            Dictionary.ENCODER, ATOMS,
            Dictionary.ENCODER_BIAS, Vectors.of(new float[] {1, 2, 3}, 1, 3),
            Dictionary.BIAS, Vectors.of(new float[] {-1, 0.5f}, 1, 2),
            Dictionary.THRESHOLD, Vectors.of(new float[] {0.25f}, 1, 1)),
        Map.of("tolerance", 0.05),
        new Dictionary.Scaling(
            Dictionary.Kind.CENTRE, Optional.of(Vectors.of(new float[] {7, 8}, 1, 2)), 1.5));
  }

  @Test
  void whatIsSavedIsWhatIsLoaded(@TempDir Path folder) {
    example().save(RunFolder.at(folder));
    for (Path path : new Path[] {folder, folder.resolve("dictionary.json")}) {
      Dictionary loaded = Dictionary.load(path);
      assertEquals("batchtopk", loaded.architecture());
      assertEquals(2, loaded.k());
      assertArrayEquals(ATOMS.toArray(), loaded.atoms().toArray());
      assertEquals(example().parameters().keySet(), loaded.parameters().keySet());
      assertArrayEquals(new float[] {1, 2, 3}, loaded.required(Dictionary.ENCODER_BIAS));
      assertEquals(0.05, loaded.setting("tolerance", 0));
      assertEquals(Dictionary.Kind.CENTRE, loaded.scaling().kind());
      assertEquals(1.5, loaded.scaling().factor());
      assertArrayEquals(new float[] {7, 8}, loaded.scaling().mean().orElseThrow().toArray());
    }
  }

  @Test
  void theHeadlineSaysHowManyFeaturesOfWhat() {
    assertEquals("3 features of 2 numbers (batchtopk, k = 2)", example().headline());
  }

  @Test
  void cosinesAreThoseOfTheAtoms() {
    double[][] cosines = example().cosines(3);
    assertEquals(0.6, cosines[0][2], 1e-7);
    assertEquals(0.8, cosines[2][1], 1e-7);
    assertEquals(1, cosines[2][2], 1e-7);
  }

  @Test
  void parametersThatDoNotFitAreRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                new Dictionary(
                    "topk",
                    1,
                    ATOMS,
                    Map.of(Dictionary.ENCODER_BIAS, Vectors.of(new float[2], 1, 2)),
                    Map.of(),
                    Dictionary.Scaling.none()));
    assertEquals(
        "parameter 'encoder_bias': is 1 x 2, not 1 x 3; parameters must fit the features",
        refused.getMessage());
    refused =
        assertThrows(
            InputException.class,
            () -> new Dictionary("mp", 4, ATOMS, Map.of(), Map.of(), Dictionary.Scaling.none()));
    assertEquals(
        "k is 4 with 3 features; give a k from 0 to the number of features", refused.getMessage());
    refused =
        assertThrows(
            InputException.class,
            () ->
                new Dictionary("mp", 1, ATOMS, Map.of(), Map.of(), Dictionary.Scaling.none())
                    .required(Dictionary.ENCODER));
    assertEquals(
        "a dictionary of architecture mp lacks 'encoder'; save it again with the program that"
            + " trained it",
        refused.getMessage());
  }

  @Test
  void aFileThatIsCutShortIsRefused(@TempDir Path folder) throws IOException {
    example().save(RunFolder.at(folder));
    Path file = folder.resolve("dictionary.safetensors");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertEquals(
        file
            + " tensor 'threshold': ends at byte 80 of the numbers, of which there are 79"
            + "; the file is cut short or no safetensors file: fetch or write it again",
        assertThrows(InputException.class, () -> Dictionary.load(folder)).getMessage());
    Files.write(file, Arrays.copyOf(whole, 40));
    assertEquals(
        file
            + ": the header promises "
            + whole[0]
            + " bytes, 32 follow; the file is cut short or no safetensors file: fetch or write it again",
        assertThrows(InputException.class, () -> Dictionary.load(folder))
            .getMessage()
            .replaceAll("promises \\d+", "promises " + whole[0]));
    Files.write(file, new byte[3]);
    assertEquals(
        file
            + ": has 3 bytes; the file is cut short or no safetensors file: fetch or write it again",
        assertThrows(InputException.class, () -> Dictionary.load(folder)).getMessage());
  }

  @Test
  void aHeaderThatLiesAboutSizesIsRefusedBeforeAnythingIsAllocated(@TempDir Path folder)
      throws IOException {
    example().save(RunFolder.at(folder));
    String header =
        "{\"atoms\":{\"dtype\":\"F32\",\"shape\":[2000000000,2000000000],\"data_offsets\":[0,24]}}";
    byte[] bytes = new byte[8 + header.length() + 24];
    bytes[0] = (byte) header.length();
    System.arraycopy(
        header.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 8, header.length());
    Path file = folder.resolve("dictionary.safetensors");
    Files.write(file, bytes);
    assertEquals(
        file
            + " tensor 'atoms': F32 of shape [2000000000, 2000000000] lies at bytes 0 to 24;"
            + " the file is cut short or no safetensors file: fetch or write it again",
        assertThrows(InputException.class, () -> Dictionary.load(folder)).getMessage());
  }

  @Test
  void aFolderWithoutADictionaryIsRefused(@TempDir Path folder) {
    assertEquals(
        folder.resolve("dictionary.json") + ": does not exist; give the folder of a sae train run",
        assertThrows(InputException.class, () -> Dictionary.load(folder)).getMessage());
  }
}
