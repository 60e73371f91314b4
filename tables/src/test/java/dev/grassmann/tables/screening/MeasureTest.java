package dev.grassmann.tables.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.tables.Digamma;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 10, 16, 30, 48, 90, 300, 1024})
  void transformsAreTheSumsOfTheirDefinition(int length) {
    int batch = 3;
    double[] re = Samples.normal(length * batch, 1);
    double[] im = Samples.normal(length * batch, 2);
    double[] x = re.clone();
    double[] y = im.clone();
    BatchFft fft = new BatchFft(length);
    fft.transform(re, im, new double[re.length], new double[re.length], batch);
    for (int k = 0; k < length; k++) {
      for (int b = 0; b < batch; b++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int j = 0; j < length; j++) {
          double angle = -2 * Math.PI * ((long) j * k % length) / length;
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          sumRe += x[j * batch + b] * c - y[j * batch + b] * s;
          sumIm += x[j * batch + b] * s + y[j * batch + b] * c;
        }
        assertEquals(sumRe, re[k * batch + b], 1e-11);
        assertEquals(sumIm, im[k * batch + b], 1e-11);
      }
    }
  }

  @Test
  void lengthsWithoutOtherFactorsAreFound() {
    assertEquals(300, BatchFft.lengthFrom(300));
    assertEquals(320, BatchFft.lengthFrom(301));
    assertEquals(16, BatchFft.lengthFrom(16));
    assertEquals(18, BatchFft.lengthFrom(17));
    assertThrows(IllegalArgumentException.class, () -> new BatchFft(14));
  }

  @ParameterizedTest
  @EnumSource(KdeKernel.class)
  void kernelsHaveMassOneAndDeviationOneOnTheLineAndMassOneOnThePlane(KdeKernel kernel) {
    double step = 1e-3;
    double mass = 0;
    double squares = 0;
    double plane = 0;
    for (double r = step / 2; r < 25; r += step) {
      mass += 2 * kernel.onLine(r) * step;
      squares += 2 * r * r * kernel.onLine(r) * step;
      plane += 2 * Math.PI * r * kernel.onPlane(r) * step;
    }
    assertEquals(1, mass, 1e-3);
    assertEquals(1, squares, 2e-3);
    assertEquals(1, plane, 2e-3);
  }

  @Test
  void rulesGiveTheirKnownBandwidths() {
    Ordered nine = Ordered.of(new double[] {8, 0, 7, 1, 6, 2, 5, 3, 4}, 9);
    assertEquals(1.8692607, Bandwidth.SILVERMAN.of(nine), 5e-8);
    assertEquals(1.7647457, Bandwidth.SCOTT.of(nine), 5e-8);
    assertEquals(4, Bandwidth.AS_RELEASED.of(nine)); // the IQR
  }

  @Test
  void sheatherJonesIsNearTheBestBandwidthOfANormalSampleAndFarBelowSilvermanOfTwoModes() {
    double[] one = Samples.normal(4_000, 3);
    double best = Math.pow(4.0 / 3, 0.2) * Math.pow(4_000, -0.2); // minimises the AMISE of N(0, 1)
    assertEquals(best, Bandwidth.ISJ.of(Ordered.of(one, 4_000)), 0.15 * best);
    double[] two = new double[4_000];
    Arrays.setAll(two, i -> one[i] + (i % 2 == 0 ? 0 : 20));
    double own = Bandwidth.ISJ.of(Ordered.of(two, 4_000));
    assertEquals(best * Math.pow(2, 0.2), own, 0.2 * best); // each mode has half of the numbers
    double[] thousands = Arrays.stream(two).map(v -> 1000 * v).toArray();
    assertEquals(1000 * own, Bandwidth.ISJ.of(Ordered.of(thousands, 4_000)), 1e-6 * own);
  }

  @Test
  void tiesAndFewNumbersStillHaveABandwidth() {
    double[] mostlyZero = new double[100];
    mostlyZero[3] = 5;
    mostlyZero[4] = -2;
    for (Bandwidth rule : Bandwidth.values()) {
      assertTrue(rule.of(Ordered.of(mostlyZero, 100)) > 0, rule.name());
      assertTrue(rule.of(Ordered.of(new double[] {1, 2}, 2)) > 0, rule.name());
    }
  }

  /** p ln p by Math.log, from the smallest mass of a cell that counts up to a table of counts. */
  @Test
  void theFastLogarithmIsTheSlowOne() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      double p = Math.pow(10, random.nextDouble(-17, 9));
      double slow = p * Math.log(p);
      assertEquals(slow, Logarithm.entropy(p), 1e-15 * Math.abs(slow) + 3e-16 * p);
    }
    assertEquals(0, Logarithm.entropy(1), 1e-16);
  }

  /** A sum over every pair of datum and cell, without bins or transforms in between. */
  @Test
  void theDensityOfOneDatumIsTheKernelAroundIt() {
    double[] x = {0, 10, 10};
    double[] y = {0, 0, 5};
    int cells = 40;
    KdeKernel kernel = KdeKernel.BIWEIGHT;
    GridAxis xAxis = GridAxis.of(Ordered.of(x, 3), cells, kernel, 0.9);
    GridAxis yAxis = GridAxis.of(Ordered.of(y, 3), cells, kernel, 0.4);
    double[] mass = new double[cells * cells];
    new PlaneDensity(cells, kernel).fill(x, y, 3, xAxis, yAxis, mass);
    double off = 0;
    double sum = 0;
    for (int j = 0; j < cells; j++) {
      for (int i = 0; i < cells; i++) {
        double expected = 0;
        for (int r = 0; r < 3; r++) {
          double atX = xAxis.place(x[r]);
          double atY = yAxis.place(y[r]);
          for (int corner = 0; corner < 4; corner++) { // linear binning spreads a datum over four
            int ci = (int) atX + corner % 2;
            int cj = (int) atY + corner / 2;
            double weight = (1 - Math.abs(atX - ci)) * (1 - Math.abs(atY - cj)) / 3;
            double distance = Math.hypot((i - ci) * xAxis.cell(), (j - cj) * yAxis.cell());
            expected += weight * kernel.onPlane(distance) * xAxis.cell() * yAxis.cell();
          }
        }
        off = Math.max(off, Math.abs(expected - mass[j * cells + i]));
        sum += mass[j * cells + i];
      }
    }
    assertEquals(0, off, 1e-15);
    assertEquals(1, sum, 0.05);
  }

  @Test
  void informationOfATableOfCountsIsItsDefinition() {
    int[] x = {0, 0, 0, 1, 1, 1, 1, 1};
    int[] y = {0, 0, 1, 1, 1, 1, 1, 0};
    double expected = 0;
    double[][] p = {{2 / 8.0, 1 / 8.0}, {1 / 8.0, 4 / 8.0}};
    double[] px = {3 / 8.0, 5 / 8.0};
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        expected += p[i][j] * Math.log(p[i][j] / (px[i] * px[j]));
      }
    }
    assertEquals(expected, PlugIn.nats(x, 2, y, 2), 1e-15);
    assertEquals(
        Math.log(2), PlugIn.nats(new int[] {0, 1, 0, 1}, 2, new int[] {1, 0, 1, 0}, 2), 1e-15);
  }

  @Test
  void correlationAndInformationOfNormalVariablesTurnIntoEachOther() {
    assertEquals(0.2231435513142097, Dependence.gaussianNats(0.6), 1e-15); // -ln(0.8)
    assertEquals(0.6, Dependence.linfoot(Dependence.gaussianNats(-0.6)), 1e-15);
    assertEquals(0, Dependence.linfoot(0));
    assertEquals(Double.POSITIVE_INFINITY, Dependence.gaussianNats(1));
  }

  @Test
  void aRatioOfClassesIsTheCorrelationWhereThereAreTwo() {
    double[] x = Samples.normal(200, 6);
    int[] classes = new int[200];
    double[] asNumbers = new double[200];
    for (int i = 0; i < 200; i++) {
      classes[i] = x[i] + i % 3 > 1 ? 1 : 0;
      asNumbers[i] = classes[i];
    }
    PearsonMeasure measure = new PearsonMeasure();
    double r = measure.ofNumbers(Numbers.of(x), Numbers.of(asNumbers));
    assertEquals(r, measure.ofNumbersAndClasses(Numbers.of(x), classes, 2), 1e-12);
    int[] sign = Arrays.stream(x).mapToInt(v -> v > 0 ? 1 : 0).toArray();
    double[] signNumbers = Arrays.stream(sign).mapToDouble(v -> v).toArray();
    assertEquals(
        measure.ofNumbers(Numbers.of(signNumbers), Numbers.of(asNumbers)),
        measure.ofClasses(sign, 2, classes, 2),
        1e-12);
  }

  @Test
  void digammaIsHarmonicNumbersLessEulersConstant() {
    Digamma psi = new Digamma(10);
    assertEquals(-0.5772156649015329, psi.of(1), 1e-16);
    assertEquals(2.251752589066721, psi.of(10), 1e-14); // mpmath
  }
}
