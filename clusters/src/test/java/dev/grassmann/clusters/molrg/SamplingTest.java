package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.DataSource;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTest {
  private static final MixtureDenoiser DENOISER = new MixtureDenoiser(MolrgFixture.mixture());

  private static Generated generated(Path folder) {
    GenerateConfig config =
        Options.with(
            GenerateConfig.DEFAULTS,
            Map.of("ambient", 20, "dimension", List.of(2, 4), "points", 30));
    Generated generated = new ClusterGenerate().run(new NoInput(), config, Run.local());
    generated.save(RunFolder.at(folder));
    return generated;
  }

  @Test
  void heunsWayEndsWhereTheAuthorsSamplerDoes() {
    JsonNode expected = MolrgFixture.ALL.get("sampler");
    List<HeunOptions.Place> places =
        HeunOptions.DEFAULTS.follow(
            DENOISER, MolrgFixture.flat(expected.get("start")), 2, Run.local());
    assertEquals(19, places.size());
    assertEquals(80, places.get(0).sigma(), 1e-9);
    assertEquals(0.002, places.get(17).sigma(), 1e-12);
    assertArrayEquals(MolrgFixture.flat(expected.get("end")), places.get(18).x(), 1e-7);
  }

  @Test
  void samplesOfAnExactDenoiserAreNewPointsOfItsSubspaces(@TempDir Path folder) {
    Generated generated = generated(folder);
    SampleConfig config =
        Options.with(SampleConfig.DEFAULTS, Map.of("model", folder.toString(), "count", 60));
    Samples samples = new ClusterSample().run(generated.vectors(), config, Run.local());
    assertTrue(samples.repeated() < 0.1, "repeated " + samples.repeated());
    for (int i = 0; i < 60; i++) {
      double[] x = Arrays.copyOfRange(samples.rows(), 20 * i, 20 * i + 20);
      double rest =
          generated.mixture().components().stream()
              .mapToDouble(c -> c.subspace().residual(x))
              .min()
              .orElseThrow();
      assertTrue(rest < 0.05, "sample " + i + " lies " + rest + " outside");
    }
  }

  @Test
  void aSampleThatIsATrainingPointIsSeenToRepeatIt() {
    Vectors training = Vectors.of(new float[] {1, 0, 0, 1, -1, 0}, 3, 2);
    Memorisation found =
        Memorisation.of(new double[] {1, 0.1, 0.5, 0.5, -3, 0}, training, Run.local());
    assertArrayEquals(new int[] {0, 0, 2}, found.nearest());
    assertEquals(0.1 / Math.hypot(1, 0.9), found.ratio()[0], 1e-9);
    assertEquals(1, found.ratio()[1], 1e-9); // as near to the second
    assertEquals(Math.sqrt(0.5), found.similarity()[1], 1e-9);
    assertEquals(1.0 / 3, found.repeated(), 1e-9);
    assertEquals(0, found.generalisation(0.6));
    assertEquals(1.0 / 3, found.generalisation(0.8), 1e-9);
  }

  @Test
  void theRankProfileGoesFromAllDimensionsToOneSubspaces(@TempDir Path folder) {
    generated(folder);
    JacobianProfile profile =
        new ClusterJacobian().run(new DataSource(folder), JacobianConfig.DEFAULTS, Run.local());
    assertEquals(18, profile.levels().size());
    assertEquals(6, profile.levels().get(0).rank()); // both subspaces in noise
    double last = profile.levels().get(17).rank();
    assertTrue(last == 2 || last == 4, "rank " + last);
    for (JacobianProfile.Level level : profile.levels()) {
      double s = Schedule.COSINE.signal(level.sigma());
      assertTrue(level.singularValues()[0] > 0 && s > 0);
    }
    assertEquals(1, profile.levels().get(17).singularValues()[0], 1e-3);
  }

  @Test
  void thePhaseTableFindsNothingBelowTheDimension() {
    PhaseConfig config =
        Options.with(
            PhaseConfig.DEFAULTS,
            Map.of(
                "ambient",
                20,
                "dimensions",
                List.of(3),
                "points",
                List.of(2, 30),
                "draws",
                4,
                "restarts",
                30));
    PhaseTable table = new ClusterPhase().run(new NoInput(), config, Run.local());
    assertEquals(0, table.cells().get(0).rate());
    assertEquals(1, table.cells().get(1).rate());
    assertEquals(1 / Math.sqrt(3), table.bound(table.cells().get(0)), 1e-12); // one of three open
    assertTrue(table.cells().get(0).meanError() > table.bound(table.cells().get(0)) - 0.01);
    PhaseTable again =
        new ClusterPhase().run(new NoInput(), config, Run.builder().threads(1).build());
    assertArrayEquals(table.cells().get(0).errors(), again.cells().get(0).errors());
  }

  @Test
  void theTrainedDenoiserHasTheSameTransition() {
    PhaseConfig config =
        Options.with(
            PhaseConfig.DEFAULTS,
            Map.of(
                "ambient",
                20,
                "dimensions",
                List.of(3),
                "points",
                List.of(2, 30),
                "draws",
                1,
                "restarts",
                10,
                "solver",
                Solver.DENOISER));
    PhaseTable table = new ClusterPhase().run(new NoInput(), config, Run.local());
    assertEquals(0, table.cells().get(0).rate());
    assertEquals(1, table.cells().get(1).rate(), Arrays.toString(table.cells().get(1).errors()));
  }

  @Test
  void whatCannotBeSampledIsRefused(@TempDir Path folder) {
    Generated generated = generated(folder);
    Vectors points = generated.vectors();
    refused(
        "--model: no denoiser was given; give the folder of a 'cluster fit --method molrg' or"
            + " 'cluster denoiser' run",
        points,
        Map.of());
    Path nothing = folder.resolve("nothing");
    refused(
        nothing
            + ": holds no denoiser; give the folder of a 'cluster fit --method molrg' or 'cluster"
            + " denoiser' run, or a TorchScript file",
        points,
        Map.of("model", nothing.toString()));
    refused(
        "points have 3 numbers, the denoiser takes 20; give points of the space that it was"
            + " trained in",
        Vectors.of(new float[9], 3, 3),
        Map.of("model", folder.toString()));
    refused(
        "--schedule: is 'linear'; give one of vp, cosine, ve, edm",
        points,
        Map.of("model", folder.toString(), "schedule", "linear"));
    refused(
        "--sigma-min: is 90.0 with --sigma-max 80.0; give a smaller one",
        points,
        Map.of("model", folder.toString(), "sigmaMin", 90.0));
    String script = folder.resolve("labels.csv").toString(); // any file
    refused(
        "--schedule: a TorchScript file does not say its schedule; give vp, cosine, ve or edm, as"
            + " it was trained",
        points,
        Map.of("model", script));
    refused(
        "--shape: a TorchScript file does not say its points' shape; give e.g. 3,32,32",
        points,
        Map.of("model", script, "schedule", "vp"));
    refused(
        "--height, --width: 3 x 3 pixels do not make 20 numbers; give the images' true size, or"
            + " neither",
        points,
        Map.of("model", folder.toString(), "height", 3, "width", 3));
  }

  private static void refused(String message, Vectors points, Map<String, ?> changes) {
    SampleConfig config = Options.with(SampleConfig.DEFAULTS, changes);
    InputException refusal =
        assertThrows(
            InputException.class, () -> new ClusterSample().run(points, config, Run.local()));
    assertEquals(message, refusal.getMessage());
  }
}
