package dev.grassmann.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintTest {
  @TempDir private Path folder;

  /** The digest of "abc" in FIPS 180-2, appendix B.1. */
  @Test
  void hashesASmallFileWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "abc");
    Fingerprint print = Fingerprint.of(file);
    assertEquals(
        new Fingerprint(
            file.toString(),
            3,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha256"),
        print);
  }

  @Test
  void samplesAHugeFileFromTheFirstByteToTheLast() throws IOException {
    Path file = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(300L << 20);
      Fingerprint before = Fingerprint.of(file);
      assertEquals("sha256-sampled", before.kind());
      sparse.seek((300L << 20) - 1);
      sparse.write(1);
      Fingerprint last = Fingerprint.of(file);
      sparse.seek(0);
      sparse.write(1);
      assertNotEquals(before.hash(), last.hash());
      assertNotEquals(last.hash(), Fingerprint.of(file).hash());
    }
  }

  @Test
  void knowsAFolderByItsNamesAndSizes() throws IOException {
    Files.createDirectories(folder.resolve("d/e"));
    Files.writeString(folder.resolve("d/e/f"), "1234");
    Fingerprint before = Fingerprint.of(folder.resolve("d"));
    assertEquals("sha256-listing", before.kind());
    assertEquals(4, before.bytes());
    Files.move(folder.resolve("d/e/f"), folder.resolve("d/e/g"));
    assertNotEquals(before.hash(), Fingerprint.of(folder.resolve("d")).hash());
  }

  @Test
  void refusesWhatIsNotThere() {
    Path file = folder.resolve("none");
    InputException refusal = assertThrows(InputException.class, () -> Fingerprint.of(file));
    assertEquals(file + ": cannot be read; check path and rights", refusal.getMessage());
  }
}
