package dev.grassmann.tables.screening.sparse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** The fixture of make_sparse.py, and designs made on the spot. */
final class SparseSamples {
  static final int COLUMNS = 12;

  private SparseSamples() {}

  /** Column of the fixture: 0 to 11 are standardised, 12 is y, 13 the class. */
  static double[] fixture(int column) {
    return resource("sparse.csv")
        .lines()
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  static double[][] design() {
    double[][] x = new double[COLUMNS][];
    for (int j = 0; j < COLUMNS; j++) {
      x[j] = fixture(j);
    }
    return x;
  }

  static double[] figures(String name) {
    JsonNode node = Json.parse(resource("sparse.json"), "sparse.json").get(name);
    double[] figures = new double[node.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = node.get(i).asDouble();
    }
    return figures;
  }

  static double figure(String name) {
    return Json.parse(resource("sparse.json"), "sparse.json").get(name).asDouble();
  }

  /** Columns of normal numbers, by column. */
  static double[][] normal(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 104_729);
    double[][] x = new double[columns][rows];
    for (double[] column : x) {
      for (int i = 0; i < rows; i++) {
        column[i] = random.nextGaussian();
      }
    }
    return x;
  }

  private static String resource(String file) {
    try (InputStream in = SparseSamples.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
