package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.result.Correlation;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.Golden;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void theDistanceOfClassesIsThePublishedOne() {
    float[] values = Golden.wave(8, 3, 0.0); // the first three rows are of one class
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      float[] column = new float[8];
      for (int i = 0; i < 8; i++) {
        column[i] = values[3 * i + j];
      }
      sum += ClassSeparation.distance(column, new int[] {1, 1, 1, 0, 0, 0, 0, 0}, 1);
    }
    assertEquals(0.7472974, sum / 3, 1e-6);
  }

  @Test
  void theDistanceOfSamplesThatOneShiftTellsApartIsTheShift() {
    assertEquals(2, ClassSeparation.distance(new float[] {1, 5, 3}, new float[] {3, 7, 5}), 1e-6);
    assertEquals(0.5, ClassSeparation.distance(new float[] {0, 1}, new float[] {0.5f}), 1e-6);
    assertEquals(0, ClassSeparation.distance(new float[] {1}, new float[0]));
  }

  @Test
  void classesOfCodesAreAsFarApartAsTheirValuesAndTwiceAsFarWithTwiceTheCodes() {
    ClassSeparation once = ClassSeparation.of(codes(1), new int[] {0, 0, 1, 1}, 2);
    ClassSeparation twice = ClassSeparation.of(codes(2), new int[] {0, 0, 1, 1}, 2);
    assertEquals(0.5, once.distance(), 1e-6); // latent 0 by 1, latent 1 not
    assertEquals(2 * once.distance(), twice.distance(), 1e-6);
    assertEquals(once.overDeviation(), twice.overDeviation(), 1e-6);
  }

  private static SparseCodes codes(float scale) {
    SparseCodes.Builder codes = SparseCodes.builder(2);
    for (int row = 0; row < 4; row++) {
      if (row < 2) {
        codes.add(0, scale);
      }
      codes.add(1, scale);
      codes.endRow();
    }
    return codes.build();
  }

  /**
   * scikit-learn 1.9: LogisticRegression(C=1, class_weight="balanced", tol=1e-12) on these rows.
   */
  @Test
  void theLogisticModelIsTheMinimumThatScikitLearnFinds() {
    double[] x = new double[24];
    boolean[] positive = new boolean[12];
    float[] wave = Golden.wave(12, 2, 0.4);
    for (int i = 0; i < 24; i++) {
      x[i] = wave[i];
    }
    for (int i = 0; i < 12; i++) {
      positive[i] = i % 3 == 0;
    }
    LogisticModel model = LogisticModel.fit(x, positive, 2);
    double b = model.margin(new double[2], 0);
    assertEquals(SKLEARN[0], model.margin(new double[] {1, 0}, 0) - b, 1e-6);
    assertEquals(SKLEARN[1], model.margin(new double[] {0, 1}, 0) - b, 1e-6);
    assertEquals(SKLEARN[2], b, 1e-6);
  }

  private static final double[] SKLEARN = {-0.092349650, 0.304133772, 0.004295235};

  @Test
  void aLatentThatMarksAClassIsFound() {
    SparseCodes.Builder codes = SparseCodes.builder(3);
    int[] labels = new int[30];
    for (int row = 0; row < 30; row++) {
      labels[row] = row % 3;
      codes.add(labels[row], 1 + row % 2);
      codes.endRow();
    }
    SparseCodes built = codes.build();
    SparseProbe probe = new SparseProbe(built, labels, built, labels, 3);
    assertEquals(1, probe.macroF1(1), 1e-9);
    int[] shuffled = labels.clone();
    for (int row = 0; row < 30; row++) {
      shuffled[row] = row / 10;
    }
    assertTrue(new SparseProbe(built, shuffled, built, shuffled, 3).macroF1(1) < 0.7);
  }

  @Test
  void correlationIsPearsons() {
    assertEquals(1, Correlation.pearson(new double[] {1, 2, 4}, new double[] {3, 5, 9}), 1e-12);
    assertEquals(-0.5, Correlation.pearson(new double[] {1, 2, 3}, new double[] {2, 3, 1}), 1e-12);
    assertTrue(Double.isNaN(Correlation.pearson(new double[] {1, 1}, new double[] {1, 2})));
  }
}
