package dev.grassmann.core.subspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubspaceFileTest {
  private static final double H = Math.sqrt(0.5);

  @TempDir Path folder;

  private final Subspace plane = Subspace.ofOrthonormal(new double[] {H, 0, H, 0, 0, 1}, 3, 2);

  private Path file(SafetensorsWriter writer) throws IOException {
    Path file = folder.resolve("x.safetensors");
    writer.write(file);
    return file;
  }

  private static SafetensorsWriter writer() {
    return new SafetensorsWriter().metadata("format", "grassmann subspace 1");
  }

  private static void refuses(String message, Path file) {
    InputException refused = assertThrows(InputException.class, () -> Subspace.load(file));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void comesBackBitByBit() {
    Path file = folder.resolve("plane.safetensors");
    plane.save(file);
    Subspace back = Subspace.load(file);
    assertEquals(3, back.ambientDimension());
    assertEquals(2, back.dimension());
    assertArrayEquals(plane.basis(), back.basis());
  }

  @Test
  void refusesAFileOfAnotherKind() throws IOException {
    Path other = file(new SafetensorsWriter().add("basis", new double[] {1}, 1, 1));
    refuses(
        other + ": holds no subspace; give a file that was saved as 'grassmann subspace 1'", other);
    Path named = file(new SafetensorsWriter().metadata("format", "sae").add("w", new float[1], 1));
    refuses(
        named
            + ": holds 'sae', not a subspace; give a file that was saved as 'grassmann subspace 1'",
        named);
  }

  @Test
  void refusesABasisOfAnotherShape() throws IOException {
    Path line = file(writer().add("basis", new double[] {1, 0}, 2));
    refuses(line + " tensor 'basis': has shape [2], not d × k; save it again", line);
    Path wide = file(writer().add("basis", new double[] {1, 0}, 1, 2));
    refuses(wide + ": subspace dimension k=2 must be between 1 and n=1; give such a k", wide);
    Path none = file(writer().add("b", new double[] {1}, 1, 1));
    refuses(none + ": has no tensor 'basis'; there are b", none);
  }

  @Test
  void refusesNumbersThatAreNoBasis() throws IOException {
    Path bent = file(writer().add("basis", new double[] {1, 0.5, 0, 1}, 2, 2));
    refuses(
        bent
            + ": the basis is not orthonormal: ‖B'B - I‖ is 0.50; give its span with"
            + " Subspace.spannedBy",
        bent);
    Path broken = file(writer().add("basis", new double[] {1, Double.NaN}, 2, 1));
    refuses(broken + " row 1, column 0: the number is NaN; give finite numbers", broken);
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    Path file = folder.resolve("plane.safetensors");
    plane.save(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      InputException refused = assertThrows(InputException.class, () -> Subspace.load(file));
      assertEquals(true, refused.where().contains("plane.safetensors"), refused.getMessage());
    }
  }
}
