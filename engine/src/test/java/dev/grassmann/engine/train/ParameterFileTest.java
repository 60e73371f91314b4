package dev.grassmann.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.grassmann.core.InputException;
import dev.grassmann.core.io.SafetensorsFile;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterFileTest {
  @TempDir Path folder;

  @Test
  void parametersOfEveryKindComeBackUnderTheirNames() {
    Path file = folder.resolve("model.safetensors");
    try (Scope scope = Scope.open()) {
      ArrayParameter a = new ArrayParameter("a", new float[] {1, 2}, 2);
      TensorParameter b = new TensorParameter("b", Tensors.of(new float[] {3, 4, 5, 6}, 2, 2));
      TensorParameter s =
          new TensorParameter(
              "s", Tensors.of(new double[] {0.6, 0.8}, 1, 2), new Geometry.Subspaces(1));
      ParameterFile.write(List.of(a, b, s), file);
      assertEquals(List.of(2L, 2L), SafetensorsFile.open(file).shape("b"));
      assertEquals("F64", SafetensorsFile.open(file).type("s"));
      ArrayParameter a2 = new ArrayParameter("a", new float[2], 2);
      TensorParameter b2 = new TensorParameter("b", Tensors.of(new float[4], 2, 2));
      TensorParameter s2 =
          new TensorParameter("s", Tensors.of(new double[2], 1, 2), new Geometry.Subspaces(1));
      ParameterFile.read(file, List.of(a2, b2, s2));
      assertArrayEquals(a.values(), a2.values());
      assertArrayEquals(new float[] {3, 4, 5, 6}, Tensors.floats(b2.tensor()));
      assertArrayEquals(new double[] {0.6, 0.8}, Tensors.doubles(s2.tensor()));
    }
  }

  @Test
  void namesWhatIsMissingOrOfAnotherShape() {
    Path file = folder.resolve("model.safetensors");
    ParameterFile.write(List.of(new ArrayParameter("a", new float[2], 2)), file);
    InputException missing =
        assertThrows(
            InputException.class,
            () -> ParameterFile.read(file, List.of(new ArrayParameter("b", new float[2], 2))));
    assertEquals(
        file + ": b is not in the file; give a file of the same model", missing.getMessage());
    InputException shape =
        assertThrows(
            InputException.class,
            () -> ParameterFile.read(file, List.of(new ArrayParameter("a", new float[2], 1, 2))));
    assertEquals(
        file + ": a has shape [1, 2], in the file [2]; give a file of the same model",
        shape.getMessage());
  }
}
