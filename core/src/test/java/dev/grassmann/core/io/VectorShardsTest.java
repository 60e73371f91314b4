package dev.grassmann.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorShardsTest {
  @TempDir Path folder;

  @BeforeEach
  void writeThree() throws IOException {
    NpyFile.write(folder.resolve("b.npy"), Vectors.of(new float[] {6, 7}, 1, 2));
    NpyFile.write(folder.resolve("a.npy"), Vectors.of(new float[] {0, 1, 2, 3, 4, 5}, 3, 2));
    NpyFile.write(folder.resolve("c.npy"), Vectors.of(new float[] {8, 9, 10, 11}, 2, 2));
    Files.writeString(folder.resolve("notes.txt"), "not of them");
  }

  @Test
  void filesOfAFolderOrAPatternFollowEachOtherInTheOrderOfTheirNames() {
    for (Path given : new Path[] {folder, folder.resolve("*.npy")}) {
      Vectors all = VectorFiles.read(given);
      assertEquals(6, all.n());
      assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, all.toArray());
      float[] across = new float[7];
      all.copyRows(2, 3, across, 1);
      assertArrayEquals(new float[] {0, 4, 5, 6, 7, 8, 9}, across);
    }
    assertEquals(3, VectorFiles.read(folder.resolve("[bc]*.npy")).n());
  }

  @Test
  void aRowKnowsItsFileAlsoByWayOfAChoice() {
    Vectors all = VectorFiles.read(folder);
    assertEquals(folder.resolve("a.npy") + " row 2", all.place(2));
    assertEquals(folder.resolve("b.npy") + " row 0", all.place(3));
    Vectors some = all.rows(new int[] {0, 5}).slice(1, 2);
    assertEquals(folder.resolve("c.npy") + " row 1", some.place(0));
    assertEquals("", Vectors.of(new float[] {1}, 1, 1).place(0));
  }

  @Test
  void filesOfDifferentWidthsAreRefused() throws IOException {
    Path odd = folder.resolve("d.npy");
    NpyFile.write(odd, Vectors.of(new float[] {1, 2, 3}, 1, 3));
    InputException refused = assertThrows(InputException.class, () -> VectorFiles.read(folder));
    assertEquals(
        odd + ": has 3 numbers a row, a.npy has 2; name files of one width", refused.getMessage());
  }
}
