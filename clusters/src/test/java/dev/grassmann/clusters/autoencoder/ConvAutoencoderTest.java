package dev.grassmann.clusters.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.clusters.Fixture;
import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.engine.Device;
import dev.grassmann.engine.Scope;
import dev.grassmann.engine.Tensors;
import dev.grassmann.engine.train.Parameter;
import dev.grassmann.engine.train.TensorParameter;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvAutoencoderTest {
  /** Scale of each parameter's numbers in make_deep.py, in the order in which they are made. */
  private static final double[] SCALE = {1, 0.1, 0.3, 0.1, 0.3, 0.1, 1, 0.1};

  static ConvAutoencoder likeTheReference() {
    ConvAutoencoder autoencoder =
        new ConvAutoencoder(
            1, 7, 10, List.of(2, 3), List.of(3, 5), new SplittableRandom(1), Device.CPU);
    int p = 0;
    for (Parameter parameter : autoencoder.parameters()) {
      float[] numbers = numbers((int) parameter.count(), p + 1, SCALE[p]);
      try (Scope scope = Scope.open()) {
        Tensor target = ((TensorParameter) parameter).tensor().detach();
        target.copy_(Tensors.of(numbers, parameter.shape()));
      }
      p++;
    }
    assertEquals(SCALE.length, p);
    return autoencoder;
  }

  static float[] numbers(int count, double b, double scale) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (scale * Math.sin(1 + 0.7 * i + b));
    }
    return numbers;
  }

  /** Six images of 7 × 10. */
  static Tensor images() {
    float[] x = numbers(6 * 70, 0, 1);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.abs(x[i]);
    }
    return Tensors.of(x, 6, 70);
  }

  @Test
  void layersAndDecodedImagesAreThoseOfTheReference() {
    JsonNode expected = Fixture.json("deep.json");
    try (Scope scope = Scope.open();
        ConvAutoencoder autoencoder = likeTheReference()) {
      List<Tensor> layers = autoencoder.encode(images());
      assertClose(expected.get("firstLayer"), layers.get(0));
      assertClose(expected.get("code"), layers.get(1));
      assertClose(expected.get("decoded"), autoencoder.decode(layers.get(1)));
    }
  }

  private static void assertClose(JsonNode expected, Tensor found) {
    assertArrayEquals(
        Fixture.doubles(expected),
        Tensors.doubles(found.detach().to(org.bytedeco.pytorch.global.torch.ScalarType.Double)),
        2e-5);
  }

  @ParameterizedTest
  @CsvSource({"16, 16, 3", "15, 9, 3", "5, 5, 15", "32, 20, 2", "9, 8, 4"})
  void imagesOfAnySizeComeBackInTheirSize(int height, int width, int kernel) {
    try (Scope scope = Scope.open();
        ConvAutoencoder autoencoder =
            new ConvAutoencoder(
                2,
                height,
                width,
                List.of(3, 4),
                List.of(kernel, kernel),
                new SplittableRandom(3),
                Device.CPU)) {
      Tensor x = Tensors.of(new float[3 * 2 * height * width], 3, 2L * height * width);
      List<Tensor> layers = autoencoder.encode(x);
      assertArrayEquals(
          new long[] {3, 4, ((height + 1) / 2 + 1) / 2, ((width + 1) / 2 + 1) / 2},
          layers.get(1).shape());
      assertArrayEquals(x.shape(), autoencoder.decode(layers.get(1)).shape());
    }
  }

  @Test
  void rowsThatAreNoImagesAndUnevenListsAreRefused() {
    refused(
        "--height: rows of 70 numbers are no images of 8 x 10; give the height and width of the"
            + " images, or --height 0 where rows are no images",
        new Networks(8, 10, List.of(3), List.of(3)));
    refused(
        "--kernels: 1 for 2 layers; give one kernel a layer",
        new Networks(7, 10, List.of(3, 3), List.of(3)));
    refused(
        "--layers: names no layer; give one number a layer, e.g. 3,3,5",
        new Networks(0, 0, List.of(), List.of()));
  }

  private static void refused(String message, Networks networks) {
    InputException e = assertThrows(InputException.class, () -> networks.check(70));
    assertEquals(message, e.getMessage());
  }

  @Test
  void numbersOutsideTheUnitRangeAreMovedIntoItTogether() {
    float[] moved = Networks.inUnitRange(Vectors.of(new float[][] {{-1, 0}, {3, 1}}));
    assertArrayEquals(new float[] {0, 0.25f, 1, 0.5f}, moved);
    float[] kept = Networks.inUnitRange(Vectors.of(new float[][] {{0.2f, 0}, {0.3f, 0.5f}}));
    assertArrayEquals(new float[] {0.2f, 0, 0.3f, 0.5f}, kept);
  }
}
