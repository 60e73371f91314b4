package dev.grassmann.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LibTorchTest {
  /** What the launcher and the tests' JVM do. */
  @Test
  void startsWithTheThreadsAskedForAndCanChangeThem() {
    Started started = LibTorch.start(1);
    assertEquals(1, started.threads());
    assertEquals(1, torch.get_num_threads());
    assertEquals(WaitPolicy.INHERITED, started.waitPolicy());
    assertEquals(Optional.empty(), started.warning());
    assertTrue(started.loading().compareTo(Duration.ofSeconds(60)) < 0, started::toString);
    assertEquals(2, LibTorch.start(2).threads());
    assertEquals(2, torch.get_num_threads());
  }

  @Test
  void refusesThreadsThatCannotBe() {
    InputException refused = assertThrows(InputException.class, () -> LibTorch.start(0));
    assertEquals("0 threads; give a number from 1 to 4096", refused.getMessage());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertEquals(draw(7), draw(7));
    assertFalse(draw(7).equals(draw(8)));
  }

  private static List<Float> draw(long seed) {
    LibTorch.start(Run.seeded(seed));
    List<Float> drawn = new ArrayList<>();
    try (Scope scope = Scope.open()) {
      for (float number : Tensors.floats(torch.randn(5))) {
        drawn.add(number);
      }
    }
    return drawn;
  }

  /** A JVM without the variable: libtorch must find it set all the same. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void setsThePassivePolicyItselfBeforeOpenMpIsLoaded() throws IOException, InterruptedException {
    String said = fork(Map.of("OMP_DISPLAY_ENV", "verbose"));
    assertTrue(said.contains("OMP_WAIT_POLICY = 'PASSIVE'"), said);
    assertTrue(said.contains("GOMP_SPINCOUNT = '1000'"), said);
    assertTrue(said.contains("policy SET"), said);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesTheUsersOwnPolicyAndSaysWhatItCosts() throws IOException, InterruptedException {
    String said = fork(Map.of("OMP_DISPLAY_ENV", "true", "OMP_WAIT_POLICY", "active"));
    assertTrue(said.contains("OMP_WAIT_POLICY = 'ACTIVE'"), said);
    assertTrue(
        said.contains(
            "OMP_WAIT_POLICY asks for spinning workers: training may be many times slower; start"
                + " Java with OMP_WAIT_POLICY=PASSIVE in its environment"),
        said);
  }

  private static String fork(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StartedElsewhere.class.getName());
    builder.environment().remove("OMP_WAIT_POLICY");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void namesTheMissingCudaDevice() {
    if (torch.cuda_is_available()) {
      assertEquals(Device.CUDA, Device.of("cuda"));
      return;
    }
    InputException refused = assertThrows(InputException.class, () -> Device.of("cuda"));
    assertEquals(
        "there is no CUDA device that this libtorch can use; give --device cpu, or run a build"
            + " with the CUDA natives on a machine with a card",
        refused.getMessage());
  }

  @Test
  void refusesAnUnknownDevice() {
    InputException refused = assertThrows(InputException.class, () -> Device.of("tpu"));
    assertEquals("unknown device 'tpu'; give cpu or cuda", refused.getMessage());
  }

  @Test
  void aScopeFreesWhatWasMadeInItAndKeepsWhatItIsToldTo() {
    try (Scope outer = Scope.open()) {
      Tensor[] lost = new Tensor[1];
      Tensor kept =
          Scope.compute(
              () -> {
                lost[0] = Tensors.of(new float[] {1, 2}, 2);
                return lost[0].add(lost[0]);
              });
      assertTrue(lost[0].isNull());
      assertEquals(4f, Tensors.floats(kept)[1]);
    }
  }

  @Test
  void withoutAnOuterScopeTheCallerOwnsWhatIsKept() {
    Tensor kept = Scope.compute(() -> Tensors.of(new float[] {3}, 1));
    assertEquals(3f, kept.item_float());
    kept.close();
    assertTrue(kept.isNull());
  }

  /** The parts of a tuple are views into it: kept as they are, they would read freed memory. */
  @Test
  void aPartOfATupleOutlivesTheTuple() {
    try (Scope outer = Scope.open()) {
      Tensor q =
          Scope.compute(() -> torch.linalg_qr(Tensors.of(new float[] {2, 0, 0, 3}, 2, 2)).get0());
      assertEquals(1, Math.abs(Tensors.floats(q)[3]), 1e-6);
    }
  }
}
