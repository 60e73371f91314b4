package dev.grassmann.tables.outrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.core.data.Table;
import dev.grassmann.core.result.FeatureScore.Role;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures: scikit-learn 1.9, LogisticRegression(C = 1 / (1e-4 n)) and SVC(gamma = "auto") on the
 * one-hot column, cross_val_score(scoring = "neg_log_loss", cv = 2).
 */
class SurrogateTest {
  private static Codes codes(Table table, String column) {
    Encoder encoder = new Encoder(Rows.all(table.rows()), List.of(), false);
    return encoder.feature(table.column(column), Role.COLUMN, 0).codes();
  }

  private static double score(String file, String x, String y, Heuristic heuristic)
      throws IOException {
    Table table = Fixtures.table(file);
    return new Surrogate(heuristic, Run.local())
        .score(codes(table, x), codes(table, y), 0, new Scratch());
  }

  @ParameterizedTest
  @CsvSource({
    "mixed.csv, device, click, 0.3729228238723119",
    "mixed.csv, count, click, 0.19793681545011432",
    "mixed.csv, ident, click, 0.28271457427004143",
    "mixed.csv, city, device, -0.19903498639868467",
    "numbers.csv, six, label, 0.6581629954341045",
    "numbers.csv, noise300, label, -0.04934716748762247"
  })
  void theLogisticModelIsTheMinimumThatScikitLearnFinds(
      String file, String x, String y, double expected) throws IOException {
    assertEquals(expected, score(file, x, y, Heuristic.SURROGATE_SGD), 2e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "mixed.csv, device, click, 0.3729228238723119",
    "numbers.csv, six, label, 0.6581629954341045"
  })
  void upToEightValuesTheirSingularDirectionsAreAllThereIs(
      String file, String x, String y, double expected) throws IOException {
    assertEquals(expected, score(file, x, y, Heuristic.SURROGATE_SGD_SVD), 2e-6);
  }

  @ParameterizedTest
  @CsvSource({"six, 0.6660", "noise25, 0.2998", "weak, 0.3013", "noise300, 0.3005"})
  void theSupportVectorMachineIsWorthWhatScikitLearnsIs(String x, double expected)
      throws IOException {
    assertEquals(expected, score("numbers.csv", x, "label", Heuristic.SURROGATE_SVM), 0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "six, '-1, 1, 1, -1, 1, -1'",
    "noise25, '-0.230139, 0.384931, -0.230139, -0.46079, -0.307022, 0.461814'",
    "weak, '1, 0.213894, -1, -0.499086, -1, -1'",
    "noise300, '0.962264, 0.992453, 0.984906, 0.984906, 0.984906, 0.969811'"
  })
  void itsDecisionsAreThoseOfTheFullKernelMachine(String column, String expected)
      throws IOException {
    Table table = Fixtures.table("numbers.csv");
    Codes x = codes(table, column);
    int[] positive = new int[x.values()];
    int[] negative = new int[x.values()];
    for (int i = 0; i < x.rows(); i++) {
      boolean one = table.column("label").text(i).equals("1");
      positive[x.code()[i]] += one ? 1 : 0;
      negative[x.code()[i]] += one ? 0 : 1;
    }
    double[] decisions = ValueSvm.decisions(positive, negative, x.values());
    String[] figures = expected.split(", ");
    double[] first = new double[figures.length];
    double[] wanted = new double[figures.length];
    for (int v = 0; v < figures.length; v++) {
      first[v] = decisions[v];
      wanted[v] = Double.parseDouble(figures[v]);
    }
    assertArrayEquals(wanted, first, 2e-4);
  }

  @ParameterizedTest
  @CsvSource({"six, 0.6581629954341045", "weak, 0.29544048504243636"})
  void randomProjectionsKeepMostOfWhatAColumnIsWorth(String x, double oneHot) throws IOException {
    assertEquals(oneHot, score("numbers.csv", x, "label", Heuristic.SURROGATE_SGD_RP), 0.05);
  }
}
