package dev.grassmann.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseCodesTest {
  private static SparseCodes example() {
    return SparseCodes.builder(5)
        .add(3, 0.5f)
        .add(1, -2f)
        .endRow()
        .endRow()
        .add(4, 1f)
        .endRow()
        .build();
  }

  @Test
  void latentsOfARowAscendWhateverTheOrderOfAdding() {
    SparseCodes codes = example();
    assertEquals(3, codes.n());
    assertEquals(3, codes.entries());
    assertEquals(1, codes.latent(0));
    assertEquals(3, codes.latent(1));
    assertArrayEquals(new float[] {0, -2, 0, 0.5f, 0}, codes.dense(0));
    assertArrayEquals(new float[5], codes.dense(1));
    assertEquals(0.5f, codes.value(0, 3));
    assertEquals(0f, codes.value(1, 3));
    assertEquals(List.of(0, 1), codes.strongest(0, 6));
  }

  @Test
  void aLatentPickedTwiceCountsOnceAndOneThatCancelsNotAtAll() {
    SparseCodes codes =
        SparseCodes.builder(3)
            .add(2, 1f)
            .add(0, 1f)
            .add(2, 0.5f)
            .endRow()
            .add(1, 3f)
            .add(1, -3f)
            .endRow()
            .build();
    assertEquals(2, codes.count(0));
    assertEquals(1.5f, codes.value(0, 2));
    assertEquals(0, codes.count(1));
    assertEquals(1, codes.l0());
  }

  @Test
  void rowsOfOtherCodesAreAppended() {
    SparseCodes.Builder builder = SparseCodes.builder(5).add(0, 9f).endRow();
    for (int i = 0; i < 100; i++) {
      builder.addAll(example());
    }
    SparseCodes codes = builder.add(2, 7f).endRow().build();
    assertEquals(302, codes.n());
    assertEquals(9f, codes.value(0, 0));
    assertEquals(1f, codes.value(300, 4));
    assertEquals(7f, codes.value(301, 2));
    assertEquals("302 rows hold 1.0 of 5 latents each", codes.headline());
  }

  @Test
  void whatIsSavedIsWhatIsLoaded(@TempDir Path folder) throws IOException {
    example().save(RunFolder.at(folder));
    SparseCodes loaded = SparseCodes.load(folder);
    assertEquals(3, loaded.n());
    assertEquals(5, loaded.features());
    for (int row = 0; row < 3; row++) {
      assertArrayEquals(example().dense(row), loaded.dense(row));
    }
    assertEquals(
        "row,latent,value\n0,1,-2.0\n0,3,0.5\n2,4,1.0\n",
        Files.readString(folder.resolve("codes.csv")));
  }

  @Test
  void codesThatDoNotFitTheirDescriptionAreRefused(@TempDir Path folder) throws IOException {
    example().save(RunFolder.at(folder));
    Files.writeString(folder.resolve("codes.json"), "{\"rows\": 3, \"features\": 4}");
    InputException refused = assertThrows(InputException.class, () -> SparseCodes.load(folder));
    assertEquals(
        folder.resolve("codes.parquet")
            + ": has latent 4 in row 2; 3 rows and 4 latents were promised: encode the data again",
        refused.getMessage());
    Files.delete(folder.resolve("codes.parquet"));
    refused = assertThrows(InputException.class, () -> SparseCodes.load(folder));
    assertEquals(
        folder.resolve("codes.parquet") + ": does not exist; give the folder of a sae encode run",
        refused.getMessage());
  }
}
