package dev.grassmann.core.io;

import static dev.grassmann.core.io.Fixtures.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibsvmFileTest {
  private static final String MEND = "; rows look like '+1 3:0.5 17:2' in LIBSVM's format";

  @TempDir Path folder;

  @Test
  void rowsAreReadWithTheirTargets() throws IOException {
    Path file = write("+1 1:0.5 4:-2\n-1 qid:7 3:1e2 2:3 # a remark\n\n+1\n");
    LibsvmFile read = LibsvmFile.read(file);
    assertEquals(List.of("+1", "-1", "+1"), read.targets());
    assertEquals(2, read.labels().classes());
    assertEquals(4, read.features().columns());
    assertArrayEquals(
        new float[] {0.5f, 0, 0, -2, 0, 3, 100, 0, 0, 0, 0, 0}, VectorFiles.read(file).toArray());
    assertEquals(List.of("+1", "-1"), LabelFiles.read(file.toString()).names());
  }

  @Test
  void indicesMayBeginAtNought() throws IOException {
    assertArrayEquals(
        new float[] {7, 0, 0, 8}, VectorFiles.read(write("1 0:7\n2 1:8\n")).toArray());
  }

  @Test
  void linesInAnotherFormatAreRefusedByNumber() throws IOException {
    assertTextRefused("1 1:2\n1 2\n", " line 2: '2' is not index:value" + MEND);
    assertTextRefused("1 1:x\n", " line 1: '1:x' is not index:value" + MEND);
    assertTextRefused("1:2 3:4\n", " line 1: begins with '1:2', not with a target" + MEND);
    assertTextRefused("1 -1:4\n", " line 1: index -1 is out of range" + MEND);
    assertTextRefused(
        "1 1:4\n1 2:1 2:1\n",
        ": row 1 names column 1 twice; rows are counted from 0: give each index once");
    assertTextRefused(
        "1\n2\n", ": holds no numbers; give rows such as '+1 3:0.5 17:2' in LIBSVM's format");
  }

  @Test
  void whatIsTooWideToBeDenseIsRefusedWithItsSize() throws IOException {
    assertTextRefused(
        "1 2000000000:1\n",
        ": 1 sparse rows of 2000000000 numbers would fill 7629 MiB; keep fewer columns, or project"
            + " them first, e.g. by a truncated SVD of the sparse matrix");
  }

  private void assertTextRefused(String text, String what) throws IOException {
    Path file = write(text);
    assertRefused(file + what, () -> VectorFiles.read(file));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("x.libsvm"), text);
  }
}
