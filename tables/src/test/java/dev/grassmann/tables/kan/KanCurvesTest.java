package dev.grassmann.tables.kan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.io.SafetensorsWriter;
import dev.grassmann.core.report.Report;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.TrainingPlan;
import dev.grassmann.tables.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class KanCurvesTest {
  private static final CurvesConfig CONFIG =
      CurvesConfig.DEFAULTS
          .with("target", "y")
          .with("epochs", 60)
          .with("rate", 0.01)
          .with("grid", 4)
          .with("order", 2)
          .with("points", 21)
          .with("top", 3);

  @Test
  void theAnswerAlongASquareIsASquare() {
    LearntCurves curves = new KanCurves().run(Tables.square(400, false), CONFIG, Run.local());
    assertEquals(3, curves.features().size());
    LearntCurves.Feature x =
        curves.features().stream().filter(f -> f.name().equals("x")).findFirst().orElseThrow();
    assertEquals(10, x.points()[0], 0.1);
    assertEquals(20, x.points()[20], 0.1);
    double[] y = x.responses().get(0).values();
    // 1000 (x - 15)^2 / 25 from 10 to 20: 1000 at both ends above the middle
    assertTrue(y[0] - y[10] > 700 && y[20] - y[10] > 700, y[0] + " " + y[10] + " " + y[20]);
    assertTrue(curves.headline().startsWith("The network uses x, kind="), curves.headline());
  }

  @Test
  void aCurveIsWhatTheFirstLayerAdds() {
    LearntCurves curves =
        new KanCurves()
            .run(Tables.square(100, true), CONFIG.with("epochs", 3).with("top", 20), Run.local());
    assertEquals(List.of("high", "low"), curves.answers());
    for (LearntCurves.Feature feature : curves.features()) {
      assertEquals(4, feature.curves().size());
      assertEquals(2, feature.responses().size());
      if (feature.name().equals("constant")) {
        assertEquals(0, feature.energy(), 1e-6);
      }
    }
  }

  @Test
  void aSavedNetworkAnswersAsBefore(@TempDir Path folder) throws IOException {
    LearntCurves curves =
        new KanCurves().run(Tables.square(100, true), CONFIG.with("epochs", 3), Run.local());
    curves.save(RunFolder.at(folder));
    Kan loaded = Kan.load(folder.resolve("kan.safetensors"));
    float[] x = {0.5f, -0.5f, 0, 1, 0, 0, -1};
    assertArrayEquals(curves.network().outputs(x, 1), loaded.outputs(x, 1), 0);
    assertEquals(
        "feature,kind,name,x,base,spline,y",
        Files.readAllLines(folder.resolve("curves.csv")).get(0));
    Report report = new Report("Curves");
    curves.describe(report);
    assertTrue(report.html().contains("Curves of "));
  }

  @Test
  void aNetworkOfOnesOwnLearnsAProduct() {
    Run run = Run.seeded(2);
    SplittableRandom random = run.random("product");
    int rows = 500;
    float[] x = new float[rows * 2];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[2 * i] = (float) random.nextDouble(-1, 1);
      x[2 * i + 1] = (float) random.nextDouble(-1, 1);
      y[i] = x[2 * i] * x[2 * i + 1];
    }
    Kan kan = Kan.untrained(5, 3, run, 2, 8, 1);
    TrainingPlan plan = TrainingPlan.ofEpochs(150, 50).with(OptimiserPlan.adam(0.01));
    double loss =
        kan.train(Vectors.of(x, rows, 2), new Outcomes.Numbers("y", y), plan, run).lastLoss();
    assertTrue(loss < 0.001, "loss " + loss); // the variance of y is 1 / 9
  }

  @Test
  void refusesWhatDoesNotFit(@TempDir Path folder) throws IOException {
    assertEquals(
        "a network of grid 0, order 3, widths [2, 1]; give a grid of 1 to 256, an order of 1 to 5,"
            + " and two widths at least, none below 1",
        refusal(() -> Kan.untrained(0, 3, Run.local(), 2, 1)));
    Kan kan = Kan.untrained(2, 1, Run.local(), 2, 1);
    Vectors x = Vectors.of(new float[9], 3, 3);
    assertEquals(
        "3 rows of 3 numbers and 3 outcomes of 1 kinds do not fit a network of 2 inputs and 1"
            + " outputs; give rows, outcomes and a network of the same sizes",
        refusal(
            () ->
                kan.train(
                    x,
                    new Outcomes.Numbers("y", new double[] {1, 2, 3}),
                    TrainingPlan.ofEpochs(1, 1),
                    Run.local())));
    RunFolder run = RunFolder.at(folder);
    run.write("other.safetensors", new SafetensorsWriter().add("a", new float[] {1}, 1)::writeTo);
    assertEquals(
        folder.resolve("other.safetensors") + ": holds no KAN; give a file that a KAN was saved to",
        refusal(() -> Kan.load(folder.resolve("other.safetensors"))));
  }

  private static String refusal(Executable call) {
    return assertThrows(InputException.class, call).getMessage();
  }
}
