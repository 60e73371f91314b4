package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.data.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Locations that are always changed together, the rows that are judged on, and what follows.
 *
 * @param names of the locations
 * @param activations at each location, rows × d
 * @param supervised skyline at each location; all of the same attributes
 * @param attributes of the rows, as the skyline numbers them
 */
record CrossSection(
    List<String> names,
    List<Vectors> activations,
    List<SupervisedDictionary> supervised,
    Attributes attributes,
    Downstream downstream) {

  int[] allRows() {
    return IntStream.range(0, attributes.rows()).toArray();
  }

  /** Margin when every location has these activations. */
  double margin(List<float[]> values) {
    int[] rows = allRows();
    return downstream.outputs(rows, values).meanMargin(rows, downstream);
  }

  /** Mean of each location in every row. */
  List<float[]> means() {
    List<float[]> means = new ArrayList<>();
    for (int l = 0; l < names.size(); l++) {
      double[] mean = supervised.get(l).mean();
      float[] rows = new float[attributes.rows() * mean.length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) mean[i % mean.length];
      }
      means.add(rows);
    }
    return means;
  }

  /**
   * Sufficiency and necessity of reconstructions.
   *
   * @param reconstructions at each location, rows × d
   */
  Approximation approximation(double clean, double ablated, List<float[]> reconstructions) {
    List<float[]> rest = new ArrayList<>();
    List<float[]> means = means();
    for (int l = 0; l < names.size(); l++) {
      float[] a = activations.get(l).toArray();
      for (int i = 0; i < a.length; i++) {
        a[i] = means.get(l)[i] + a[i] - reconstructions.get(l)[i];
      }
      rest.add(a);
    }
    return new Approximation(clean, ablated, margin(reconstructions), margin(rest));
  }
}
