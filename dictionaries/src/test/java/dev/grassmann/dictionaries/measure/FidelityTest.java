package dev.grassmann.dictionaries.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.dictionaries.Golden;
import org.junit.jupiter.api.Test;

class FidelityTest {
  @Test
  void eachFormulaGivesItsFigureOfTheReferenceExample() {
    float[] x = Golden.wave(3, 4, 2.0);
    float[] hat =
        Golden.floats(Golden.read("golden.json").get("family").get("topK").get("reconstruction"));
    Fidelity.Meter meter = new Fidelity.Meter(4);
    for (int b = 0; b < 3; b++) {
      meter.add(x, b * 4, hat, b * 4);
    }
    Fidelity read = meter.read();
    Golden.agree(4.25431762017212, read.meanSquaredError(), "mean squared error");
    Golden.agree(4.375274955886917, read.fvu(), "FVU");
    assertEquals(-3.3753, read.explainedVariance(), 5e-5);
    assertEquals(-1.5303, read.saeBenchExplainedVariance(), 5e-5);
    assertEquals(0.0233, read.centredExplainedVariance(), 5e-5);
  }

  @Test
  void theMeanOfTheRowsLeavesAllVarianceUnexplained() {
    float[] x = {1, 2, 3, 4, 5, 9};
    float[] mean = {3, 5};
    Fidelity.Meter meter = new Fidelity.Meter(2);
    for (int b = 0; b < 3; b++) {
      meter.add(x, 2 * b, mean, 0);
    }
    assertEquals(1, meter.read().fvu(), 1e-12);
    assertEquals(0, meter.read().centredExplainedVariance(), 1e-12);
  }

  @Test
  void aLargeMeanCostsNoDigits() {
    Fidelity.Meter meter = new Fidelity.Meter(1);
    float[] x = {1 << 22, (1 << 22) + 1};
    float[] hat = {1 << 22, (1 << 22) + 0.5f};
    meter.add(x, 0, hat, 0);
    meter.add(x, 1, hat, 1);
    assertEquals(0.5, meter.read().fvu(), 1e-9); // 0.25 of a total of 0.5
  }

  @Test
  void equalRowsHaveNoVarianceToExplain() {
    Fidelity.Meter meter = new Fidelity.Meter(1);
    float[] x = {3};
    meter.add(x, 0, x, 0);
    meter.add(x, 0, x, 0);
    assertTrue(Double.isNaN(meter.read().fvu()));
    assertEquals(1, meter.read().cosine());
    assertEquals(1, meter.read().normRatio());
    assertEquals(1, meter.read().reconstructionBias());
  }
}
