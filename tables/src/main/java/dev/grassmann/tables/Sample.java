package dev.grassmann.tables;

/**
 * Some rows of a design matrix, scaled, with their outcomes: what a selector or a model learns from
 * or is judged on.
 *
 * @param columns the numbers, one array a feature; owned by the sample, not to be changed
 * @param outcomes one a row
 */
public record Sample(double[][] columns, Outcomes outcomes) {
  public Sample {
    if (columns.length == 0 || columns[0].length != outcomes.rows()) {
      throw new IllegalArgumentException(
          columns.length + " features, " + outcomes.rows() + " outcomes");
    }
  }

  /** Chosen rows of a matrix, in this order. */
  public static Sample of(DesignMatrix matrix, Outcomes outcomes, Scaling scaling, int[] rows) {
    double[][] columns = new double[matrix.features()][rows.length];
    for (int j = 0; j < columns.length; j++) {
      matrix.copyColumn(j, rows, columns[j]);
      for (int i = 0; i < rows.length; i++) {
        columns[j][i] = scaling.apply(columns[j][i], j);
      }
    }
    return new Sample(columns, outcomes.pick(rows));
  }

  public int rows() {
    return outcomes.rows();
  }

  public int features() {
    return columns.length;
  }

  /** The same rows with fewer features, in this order; the numbers are shared, not copied. */
  public Sample select(int[] features) {
    double[][] chosen = new double[features.length][];
    for (int i = 0; i < features.length; i++) {
      chosen[i] = columns[features[i]];
    }
    return new Sample(chosen, outcomes);
  }

  /** Some of the rows, in this order. */
  public Sample pick(int[] rows) {
    double[][] picked = new double[columns.length][rows.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        picked[j][i] = columns[j][rows[i]];
      }
    }
    return new Sample(picked, outcomes.pick(rows));
  }

  /** The numbers as float32, row-major: {@code rows() * features()} of them. */
  public float[] rowMajor() {
    int features = features();
    float[] numbers = new float[Math.multiplyExact(rows(), features)];
    for (int j = 0; j < features; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        numbers[i * features + j] = (float) columns[j][i];
      }
    }
    return numbers;
  }
}
