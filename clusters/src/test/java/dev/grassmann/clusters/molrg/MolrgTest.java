package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.clusters.metrics.Agreement;
import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Clustering;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MolrgTest {
  /** Two subspaces of R^20 at right angles, of dimensions 2 and 4, with 40 points each. */
  private static final List<Subspace> TRUTH =
      new Planted(20, List.of(2, 4), true).draw(new SplittableRandom(7));

  private static final Mixture.Draw DRAW = draw(0.01);

  private static Mixture.Draw draw(double noise) {
    int[] which = new int[80];
    Arrays.setAll(which, i -> i % 2);
    return Mixture.isotropic(TRUTH).drawFrom(which, noise, new SplittableRandom(8));
  }

  private static MolrgConfig with(Object... changes) {
    Map<String, Object> map = new HashMap<>();
    map.put("dimension", List.of(2, 4));
    map.put("steps", 100);
    for (int i = 0; i < changes.length; i += 2) {
      map.put((String) changes[i], changes[i + 1]);
    }
    return Options.with(MolrgConfig.DEFAULTS, map);
  }

  private static MolrgFit fit(Object... changes) {
    return new Molrg().run(DRAW.vectors(), with(changes), Run.local());
  }

  private static double error(MolrgFit fit) {
    List<Subspace> found = fit.mixture().components().stream().map(Component::subspace).toList();
    return SubspaceError.of(found, TRUTH).largest();
  }

  @Test
  void everyParameterisationKeepsWhatSubspacesOfUnequalDimensionsKSubspacesFound() {
    for (Parameterisation form : Parameterisation.values()) {
      MolrgFit fit = fit("parameterisation", form);
      assertEquals(1, Agreement.of(DRAW.component(), fit.labels()).accuracy(), form.name());
      assertTrue(error(fit) < 0.1, form + ": " + error(fit));
      assertTrue(fit.equivalence().ratio() > 0.99 && fit.equivalence().ratio() <= 1 + 1e-9);
      assertEquals(1, fit.equivalence().labelAgreement());
      assertEquals(10, fit.losses().size());
    }
  }

  @Test
  void basesMayMoveAlongTheManifoldAsWell() {
    MolrgFit fit = fit("orthonormal", Orthonormal.RIEMANNIAN, "rate", 0.01);
    assertEquals(1, Agreement.of(DRAW.component(), fit.labels()).accuracy());
    assertTrue(error(fit) < 0.1, "error " + error(fit));
  }

  @Test
  void trainingFromRandomSubspacesMovesToThePlantedOnes() {
    MolrgFit fit = fit("begin", Begin.RANDOM, "restarts", 8, "steps", 600, "rate", 0.01);
    assertEquals(1, Agreement.of(DRAW.component(), fit.labels()).accuracy());
    assertTrue(error(fit) < 0.2, "error " + error(fit));
  }

  @Test
  void gapsOfSingularValuesTellTheDimensions() {
    MolrgFit fit = fit("dimension", List.of(0), "steps", 0);
    assertArrayEquals(
        new int[] {2, 4}, fit.mixture().components().stream().mapToInt(Component::d).toArray());
    assertEquals(1, Agreement.of(DRAW.component(), fit.labels()).accuracy());
    assertTrue(fit.losses().isEmpty());
  }

  @Test
  void oneClusterIsPrincipalComponents() {
    MolrgFit fit = fit("clusters", 1, "dimension", List.of(6), "steps", 0);
    assertTrue(error(fit, TRUTH.get(0).sum(TRUTH.get(1))) < 0.02);
    assertEquals(
        "1 subspace of dimension 6 holds 100.0 % of the squared length of 80 points (k-subspaces"
            + " alone)",
        fit.headline());
  }

  private static double error(MolrgFit fit, Subspace truth) {
    return SubspaceError.between(fit.mixture().components().get(0).subspace(), truth);
  }

  @Test
  void theHardLossMeasuredIsTheClosedForm() {
    MolrgFit fit = fit("parameterisation", Parameterisation.HARD);
    for (MolrgFit.LevelLoss loss : fit.losses()) {
      assertEquals(loss.closedForm(), loss.subspaces(), 0.06 * loss.closedForm());
    }
  }

  @Test
  void aTrainingCutShortGoesOnToTheSameBytes(@TempDir Path folder) {
    RunFolder whole = RunFolder.at(folder.resolve("whole"));
    RunFolder cut = RunFolder.at(folder.resolve("cut"));
    MolrgFit expected =
        new Molrg().run(DRAW.vectors(), with(), Run.builder().folder(whole).build());
    AtomicInteger asked = new AtomicInteger();
    Run stopped = Run.builder().folder(cut).cancelled(() -> asked.incrementAndGet() > 80).build();
    assertThrows(CancelledException.class, () -> new Molrg().run(DRAW.vectors(), with(), stopped));
    assertTrue(cut.has("checkpoint.safetensors"));
    MolrgFit resumed =
        new Molrg().run(DRAW.vectors(), with(), Run.builder().folder(cut).resume(true).build());
    assertArrayEquals(
        expected.mixture().components().get(1).subspace().basis(),
        resumed.mixture().components().get(1).subspace().basis());
    assertEquals(expected.losses(), resumed.losses());
  }

  @Test
  void whatIsSavedIsReadBackAndClustersAgain(@TempDir Path folder) {
    MolrgFit fit = fit("parameterisation", Parameterisation.SPECTRUM);
    fit.save(RunFolder.at(folder));
    MixtureFile.Kept kept = MixtureFile.read(folder.resolve(MixtureFile.NAME));
    assertEquals(fit.scale(), kept.scale());
    assertEquals(Parameterisation.SPECTRUM, kept.form());
    for (int k = 0; k < 2; k++) {
      Component one = fit.mixture().components().get(k);
      Component other = kept.mixture().components().get(k);
      assertArrayEquals(one.subspace().basis(), other.subspace().basis());
      assertArrayEquals(one.variances(), other.variances());
      assertArrayEquals(one.mean(), other.mean());
      assertEquals(one.share(), other.share());
    }
    assertArrayEquals(fit.labels(), Clustering.load(folder).assign(DRAW.vectors()).labels());
  }

  @Test
  void aClusterWithFewerPointsThanDimensionsIsWarnedOf() {
    Vectors few = DRAW.vectors().slice(0, 5); // three points of one subspace, two of the other
    Run run = Run.local();
    new Molrg().run(few, with("dimension", List.of(3), "steps", 0, "scaling", Scaling.NONE), run);
    assertEquals(
        List.of("cluster 1 has N_k=2 < d=3: its subspace is not identifiable"),
        run.warnings().stream().filter(w -> w.startsWith("cluster")).toList());
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("--dimension: is 20 in a space of 20; give 1 to 19", "dimension", List.of(20));
    refused(
        "--dimension: 3 dimensions for 2 clusters; give one for all clusters, or one for each",
        "dimension",
        List.of(1, 2, 3));
    refused(
        "--dimension: some dimensions are 0 and some are not; give all, or 0 alone",
        "dimension",
        List.of(0, 2));
    refused("--clusters: is 80 for 80 points; give 1 to 79", "clusters", 80);
  }

  private static void refused(String message, Object... changes) {
    InputException refusal = assertThrows(InputException.class, () -> fit(changes));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void plantingRefusesWhatDoesNotFit() {
    InputException many =
        assertThrows(InputException.class, () -> new Planted(10, List.of(6, 6), true));
    assertEquals(
        "--dimension: K*d exceeds the ambient dimension: 12 directions in R^10; give smaller"
            + " subspaces, or --no-orthogonal",
        many.getMessage());
    InputException large =
        assertThrows(InputException.class, () -> new Planted(10, List.of(10), false));
    assertEquals(
        "--dimension: a subspace of dimension 10 in a space of 10; give 1 to 9",
        large.getMessage());
  }

  @Test
  void schedulesGoThereAndBackAndRefuseNoNoise() {
    for (Schedule schedule : Schedule.values()) {
      for (double t : new double[] {0.1, 0.5, 0.9}) {
        double sigma = schedule.sigma(t);
        assertEquals(t, schedule.time(sigma), 1e-9, schedule.name());
        double s = schedule.signal(sigma);
        if (schedule == Schedule.VP || schedule == Schedule.COSINE) {
          assertEquals(1, s * s + s * s * sigma * sigma, 1e-12); // s² + gamma² = 1
        }
      }
      assertThrows(InputException.class, () -> schedule.sigma(0));
    }
    assertEquals(80, Schedule.EDM.sigma(1), 1e-9);
    assertEquals(0.002, Schedule.EDM.sigma(1e-300), 1e-12);
    assertEquals(1, Schedule.COSINE.sigma(0.5), 1e-12);
  }
}
