package dev.grassmann.dictionaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Figures computed in float64 with PyTorch 2.15 and its automatic differentiation, on inputs that a
 * formula makes. Compared to 1e-6, relative where a figure is above 1: our numbers are float32.
 */
public final class Golden {
  private static final double TOLERANCE = 1e-6;

  private Golden() {}

  /** A resource beside this class. */
  public static JsonNode read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A(r, c, s)[i][j] = sin(0.7 i + 1.3 j (1 + 0.11 i) + s), row-major. */
  public static float[] wave(int rows, int columns, double shift) {
    float[] a = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        a[i * columns + j] = (float) Math.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift);
      }
    }
    return a;
  }

  /** The numbers of a nested list, in reading order. */
  public static float[] floats(JsonNode node) {
    double[] numbers = doubles(node);
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  public static double[] doubles(JsonNode node) {
    java.util.stream.DoubleStream.Builder numbers = java.util.stream.DoubleStream.builder();
    collect(node, numbers);
    return numbers.build().toArray();
  }

  private static void collect(JsonNode node, java.util.stream.DoubleStream.Builder numbers) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, numbers));
    } else {
      numbers.add(node.asDouble());
    }
  }

  public static void agree(double expected, double measured, String what) {
    assertEquals(expected, measured, TOLERANCE * Math.max(1, Math.abs(expected)), what);
  }

  public static void agree(JsonNode expected, float[] measured, String what) {
    double[] numbers = doubles(expected);
    assertEquals(numbers.length, measured.length, what);
    for (int i = 0; i < numbers.length; i++) {
      agree(numbers[i], measured[i], what + " [" + i + "]");
    }
  }
}
