package dev.grassmann.clusters.molrg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.Options;
import dev.grassmann.core.data.NoInput;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.core.run.RunFolder;
import dev.grassmann.core.subspace.Subspace;
import dev.grassmann.engine.linalg.Svd;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditingTest {
  private static final int N = 24;
  private static final double[] VARIANCES = {9, 6, 4, 2.5};

  /** Two components at right angles, the first with variances that tell its directions apart. */
  private static Mixture mixture() {
    List<Subspace> planted = new Planted(N, List.of(4, 3), true).draw(new SplittableRandom(3));
    return new Mixture(
        List.of(
            new Component(0.5, new double[N], planted.get(0), VARIANCES),
            Component.isotropic(0.5, planted.get(1))));
  }

  private static double[] noisy(Mixture mixture, double sigma) {
    double[] x = mixture.drawFrom(new int[] {0}, 0, new SplittableRandom(4)).rows();
    SplittableRandom random = new SplittableRandom(5);
    for (int j = 0; j < N; j++) {
      x[j] += sigma * random.nextGaussian();
    }
    return x;
  }

  @Test
  void subspaceIterationFindsWhatTheDenseDecompositionDoes() {
    MixtureDenoiser denoiser = new MixtureDenoiser(mixture());
    double[] x = noisy(denoiser.mixture(), 0.5);
    Svd dense = Svd.thin(denoiser.jacobian(x, 0.5), N, N);
    SingularDirections found =
        SingularDirections.of(denoiser, x, 0.5, null, 4, new SplittableRandom(6), Run.local());
    for (int i = 0; i < 4; i++) {
      assertEquals(dense.s()[i], found.values()[i], 1e-4 * dense.s()[i]);
    }
    double[] v = new double[4 * N];
    double[] w = new double[4 * N];
    for (int j = 0; j < N; j++) {
      for (int i = 0; i < 4; i++) {
        v[j * 4 + i] = found.direction(i)[j];
        w[j * 4 + i] = dense.v()[j * N + i];
      }
    }
    double angle =
        Subspace.ofOrthonormal(v, N, 4).principalAngles(Subspace.ofOrthonormal(w, N, 4)).largest();
    assertTrue(angle < 1e-3, "angle " + angle);
    assertTrue(found.sweeps() > 10 && found.sweeps() <= 50);
  }

  @Test
  void aMaskLooksAtItsOwnPixelsAndTheOthersDirectionsAreTakenOff() {
    MixtureDenoiser denoiser = new MixtureDenoiser(mixture());
    double[] x = noisy(denoiser.mixture(), 0.5);
    boolean[] mask = new boolean[N];
    Arrays.fill(mask, 0, 6, true);
    double[] jacobian = denoiser.jacobian(x, 0.5);
    double[] upper = Arrays.copyOf(jacobian, 6 * N);
    SingularDirections inside =
        SingularDirections.of(denoiser, x, 0.5, mask, 2, new SplittableRandom(6), Run.local());
    assertArrayEquals(Arrays.copyOf(Svd.values(upper, 6, N), 2), inside.values(), 1e-3);
    SingularDirections outside =
        SingularDirections.of(
            denoiser, x, 0.5, PixelMask.complement(mask), 3, new SplittableRandom(7), Run.local());
    SingularDirections local = inside.without(outside);
    for (int i = 0; i < 2; i++) {
      double square = 0;
      for (int k = 0; k < 3; k++) {
        double along = 0;
        for (int j = 0; j < N; j++) {
          along += local.direction(i)[j] * outside.direction(k)[j];
        }
        assertEquals(0, along, 1e-9);
      }
      for (double number : local.direction(i)) {
        square += number * number;
      }
      assertEquals(1, square, 1e-9);
    }
  }

  @Test
  void invertingAndComingDownAgainGivesThePointBack() {
    MixtureDenoiser denoiser = new MixtureDenoiser(mixture());
    double[] clean = denoiser.mixture().drawFrom(new int[] {0}, 0, new SplittableRandom(8)).rows();
    for (Schedule schedule : Schedule.values()) {
      Ddim ddim = new Ddim(denoiser, schedule, 1000);
      double[] noise = ddim.invert(clean, ddim.at(0.6), Run.local());
      double[] back = ddim.down(noise, 1, ddim.at(0.6), 0, Run.local());
      double off = 0;
      double length = 0;
      for (int j = 0; j < N; j++) {
        off += (back[j] - clean[j]) * (back[j] - clean[j]);
        length += clean[j] * clean[j];
      }
      assertTrue(off < 0.01 * length, schedule + ": " + Math.sqrt(off / length));
    }
  }

  @Test
  void noiseThatIsPutInAgainLeavesTheNoiseLevelAsItIs() {
    // far from any data the denoiser of one point at 0 gives 0: x keeps pure noise of its level
    Mixture point =
        Mixture.isotropic(new Planted(400, List.of(1), false).draw(new SplittableRandom(1)));
    Ddim ddim = new Ddim(new MixtureDenoiser(point), Schedule.EDM, 20);
    double[] start = new double[400];
    SplittableRandom random = new SplittableRandom(2);
    Arrays.setAll(start, j -> ddim.sigma(20) * random.nextGaussian());
    double[] x = ddim.down(start, 1, 20, 12, 20, new SplittableRandom(3), Run.local());
    double square = Arrays.stream(x).map(v -> v * v).sum() / 400;
    assertEquals(ddim.sigma(12), Math.sqrt(square), 0.1 * ddim.sigma(12));
  }

  private static Edits edits(Path folder, Map<String, ?> changes) {
    GenerateConfig planted =
        Options.with(
            GenerateConfig.DEFAULTS,
            Map.of("ambient", N, "dimension", List.of(4, 3), "points", 30));
    Generated generated = new ClusterGenerate().run(new NoInput(), planted, Run.local());
    MixtureFile.write(mixture(), 1, Parameterisation.SOFT, RunFolder.at(folder));
    Vectors points =
        mixture().drawFrom(new int[] {0, 0, 0, 1, 1}, 0, new SplittableRandom(9)).vectors();
    EditConfig config =
        Options.with(
            Options.with(
                EditConfig.DEFAULTS, Map.of("model", folder.toString(), "time", 0.2, "steps", 60)),
            changes);
    return new ClusterEdit().run(points, config, Run.local());
  }

  @Test
  void aStripAlongTheJacobianChangesOneAttributeAndRandomOnesChangeLittle(@TempDir Path folder) {
    Edits edits = edits(folder, Map.of("directions", 4, "transfer", List.of(1)));
    assertEquals(2 * 3 * 4, edits.strips().size());
    for (Edits.Strip strip : edits.strips()) {
      if (strip.direction().kind() == Edits.Kind.JACOBIAN) {
        assertTrue(
            strip.selectivity() > 0.98, strip.direction().number() + " " + strip.selectivity());
      }
    }
    assertTrue(edits.effect(Edits.Kind.RANDOM) < 0.6 * edits.effect(Edits.Kind.JACOBIAN));
    List<Integer> targets =
        edits.strips().subList(0, 4).stream().map(Edits.Strip::target).sorted().toList();
    assertEquals(List.of(0, 1, 2, 3), targets); // one attribute each
  }

  @Test
  void theMiddleOfAStripIsThePointItself(@TempDir Path folder) {
    Edits edits = edits(folder, Map.of("fresh", 0.0, "steps", 1000));
    Edits.Strip strip = edits.strips().get(0);
    assertArrayEquals(
        new double[] {-2, -4.0 / 3, -2.0 / 3, 0, 2.0 / 3, 4.0 / 3, 2}, strip.alphas(), 1e-12);
    double[] point = mixture().drawFrom(new int[] {0}, 0, new SplittableRandom(9)).rows();
    double off = 0;
    double length = 0;
    for (int j = 0; j < N; j++) {
      off += Math.pow(strip.edited()[3 * N + j] - point[j], 2);
      length += point[j] * point[j];
    }
    assertTrue(off < 0.02 * length, "off by " + Math.sqrt(off / length));
  }

  @Test
  void whatCannotBeEditedIsRefused(@TempDir Path folder) {
    refused(folder, "--row, --transfer: there is no row 9 of 5; give 0 to 4", Map.of("row", 9));
    refused(
        folder,
        "--mask: has 3 numbers; give top,left,height,width",
        Map.of("mask", List.of(0, 0, 1)));
    refused(
        folder,
        "--mask: holds no pixel; give a height and a width above 0",
        Map.of("mask", List.of(0, 0, 0, 3), "height", 4, "width", 6));
    refused(
        folder,
        "--mask: a mask needs images; give --height and --width of the points",
        Map.of("mask", List.of(0, 0, 1, 3)));
    refused(
        folder,
        "--mask: leaves the image of 4 x 6 pixels; give a rectangle inside it",
        Map.of("mask", List.of(2, 0, 3, 3), "height", 4, "width", 6));
    refused(folder, "--directions: is 24 in a space of 24; give fewer", Map.of("directions", 24));
  }

  private static void refused(Path folder, String message, Map<String, ?> changes) {
    InputException refusal = assertThrows(InputException.class, () -> edits(folder, changes));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void aRectangleMarksItsPixelsInEveryPlane() {
    boolean[] mask = PixelMask.of(List.of(1, 0, 1, 2), new PictureOptions(2, 2), 12);
    boolean[] expected = {
      false, false, true, true, false, false, true, true, false, false, true, true
    };
    assertArrayEquals(expected, mask);
    assertNull(PixelMask.of(List.of(), PictureOptions.NONE, 12));
  }
}
