package dev.grassmann.tables.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures: make_screening.py, which runs the reference implementation and its density library. */
class MeasureParityTest {
  private final JsonNode figures = Samples.figures("screening.json");
  private final Numbers x = Numbers.of(Samples.fixture(0));
  private final Numbers y = Numbers.of(Samples.fixture(1));
  private final int[] classes =
      Arrays.stream(Samples.fixture(2)).mapToInt(value -> (int) value).toArray();

  private double figure(String name) {
    return figures.get(name).asDouble();
  }

  @ParameterizedTest
  @EnumSource(KdeKernel.class)
  void densitiesOfEveryKernelGiveTheReleasedProgramsInformation(KdeKernel kernel) {
    KdeMeasure measure = new KdeMeasure(kernel, Bandwidth.AS_RELEASED, 1, 300, 500);
    double expected =
        figures.get("released").get(kernel.name().toLowerCase(Locale.ROOT)).asDouble();
    // the reference looks for the end of an endless kernel by a search of that precision
    boolean endless = kernel == KdeKernel.GAUSSIAN || kernel == KdeKernel.EXPONENTIAL;
    assertEquals(expected, measure.ofNumbers(x, y), endless ? 2e-6 : 1e-9);
  }

  @Test
  void anotherGridGivesItsOwnFigure() {
    KdeMeasure measure = new KdeMeasure(KdeKernel.EPA, Bandwidth.AS_RELEASED, 1, 128, 500);
    assertEquals(figure("released128"), measure.ofNumbers(x, y), 1e-9);
  }

  @Test
  void bandwidthsOfEachAxisGiveWhatTheDensityLibraryGivesAfterScaling() {
    assertEquals(
        figure("silverman"),
        new KdeMeasure(KdeKernel.EPA, Bandwidth.SILVERMAN, 1, 300, 500).ofNumbers(x, y),
        1e-9);
    assertEquals(
        figure("scottTriweight"),
        new KdeMeasure(KdeKernel.TRIWEIGHT, Bandwidth.SCOTT, 1, 256, 500).ofNumbers(x, y),
        1e-9);
  }

  @Test
  void densitiesOfClassesGiveTheDensityLibrarysInformation() {
    assertEquals(
        figure("classesSilverman"),
        new KdeMeasure(KdeKernel.EPA, Bandwidth.SILVERMAN, 1, 300, 500)
            .ofNumbersAndClasses(x, classes, 3),
        1e-9);
    assertEquals(
        figure("classesScottBiweight"),
        new KdeMeasure(KdeKernel.BIWEIGHT, Bandwidth.SCOTT, 1, 300, 400)
            .ofNumbersAndClasses(x, classes, 3),
        1e-9);
  }

  @Test
  void binsAreAsManyAndGiveAsMuch() {
    assertEquals(figures.get("binsOfX").asInt(), BinMeasure.bins(x));
    assertEquals(figures.get("binsOfY").asInt(), BinMeasure.bins(y));
    assertEquals(figure("bins"), new BinMeasure().ofNumbers(x, y), 1e-12);
    assertEquals(figure("classesBins"), new BinMeasure().ofNumbersAndClasses(x, classes, 3), 1e-12);
  }

  @Test
  void neighboursAgreeWithScikitLearn() {
    NeighbourMeasure measure = new NeighbourMeasure(3, SplittableRandom::new);
    assertEquals(figure("knn"), measure.ofNumbers(x, y), 1e-9);
    assertEquals(figure("classesKnn"), measure.ofNumbersAndClasses(x, classes, 3), 1e-9);
  }

  @Test
  void correlationAgreesWithNumPy() {
    assertEquals(figure("pearson"), new PearsonMeasure().ofNumbers(x, y), 1e-12);
  }
}
