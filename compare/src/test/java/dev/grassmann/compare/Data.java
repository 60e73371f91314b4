package dev.grassmann.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Vectors for tests: drawn by seed, read from the fixture, or made from others. */
public final class Data {
  private Data() {}

  /** A case of {@code measures.json}. */
  public static JsonNode fixture(String name) {
    try (InputStream in = Data.class.getResourceAsStream("measures/measures.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.parse(text, "measures.json").get(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Vectors vectors(JsonNode rows) {
    float[][] numbers = new float[rows.size()][rows.get(0).size()];
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < numbers[i].length; j++) {
        numbers[i][j] = (float) rows.get(i).get(j).asDouble();
      }
    }
    return Vectors.of(numbers);
  }

  /** Independent standard normal numbers. */
  public static Vectors gaussian(int n, int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[n * d];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Vectors.of(numbers, n, d);
  }

  /** The same on a grid of 1/1024, so that float32 holds sums with whole numbers exactly. */
  public static Vectors onGrid(Vectors vectors) {
    return each(vectors, (x, column) -> Math.round(x * 1024) / 1024f);
  }

  /** What becomes of a number, by its column. */
  public interface Change {
    float of(float number, int column);
  }

  public static Vectors each(Vectors vectors, Change change) {
    float[] numbers = vectors.toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = change.of(numbers[i], i % vectors.d());
    }
    return Vectors.of(numbers, vectors.n(), vectors.d());
  }

  /** Rows times a d × d matrix. */
  public static Vectors times(Vectors vectors, double[][] matrix) {
    int d = vectors.d();
    float[] from = vectors.toArray();
    float[] to = new float[from.length];
    for (int i = 0; i < vectors.n(); i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += from[i * d + k] * matrix[k][j];
        }
        to[i * d + j] = (float) sum;
      }
    }
    return Vectors.of(to, vectors.n(), d);
  }

  /** An orthogonal matrix: the Householder reflections of two random directions, one by one. */
  public static double[][] rotation(int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      matrix[i][i] = 1;
    }
    for (int reflection = 0; reflection < 2; reflection++) {
      double[] v = new double[d];
      double square = 0;
      for (int j = 0; j < d; j++) {
        v[j] = random.nextGaussian();
        square += v[j] * v[j];
      }
      for (double[] row : matrix) {
        double along = 0;
        for (int j = 0; j < d; j++) {
          along += row[j] * v[j];
        }
        for (int j = 0; j < d; j++) {
          row[j] -= 2 * along / square * v[j];
        }
      }
    }
    return matrix;
  }

  /** As doubles, row by row. */
  public static double[][] rows(Vectors vectors) {
    double[][] rows = new double[vectors.n()][vectors.d()];
    float[] row = new float[vectors.d()];
    for (int i = 0; i < rows.length; i++) {
      vectors.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        rows[i][j] = row[j];
      }
    }
    return rows;
  }
}
