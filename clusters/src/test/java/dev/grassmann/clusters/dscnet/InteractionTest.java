package dev.grassmann.clusters.dscnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.grassmann.clusters.Fixture;
import dev.grassmann.clusters.spectral.DenseAffinity;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures of make_dscnet.py. */
class InteractionTest {
  private static final int N = 12;

  @BeforeAll
  static void start() {
    LibTorch.start(Run.local());
  }

  private static float[] codes() {
    float[] c = new float[N * N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        c[i * N + j] = (float) (Math.sin(1 + 3.1 * i + 1.7 * j) * (i % 2 == j % 2 ? 0.3 : 0.1));
      }
    }
    return c;
  }

  @Test
  void keepsTheStrongestThatHoldAShareOfEachPointsNorm() {
    assertEquals(24, kept(0.2));
    assertEquals(59, kept(0.6));
    assertEquals(N * N, kept(1));
  }

  private static long kept(double mass) {
    double[] kept = new Interaction(5, mass, 1).strongest(codes(), N);
    return Arrays.stream(kept).filter(entry -> entry != 0).count();
  }

  @Test
  void cosinesAtAFifthOfTheNormAreThoseOfTheReference() {
    double[] first = {
      1, 0, 0.9999634236, 0, 0.8545792907, 0, 0.2811261984, 0, 0, 0, 0.5186339994, 0
    };
    check(new Interaction(5, 0.2, 1), first, -0.872727195621);
  }

  @Test
  void thirdPowersOfCosinesAreThoseOfTheReference() {
    double[] first = {
      1, 0, 0.4912620582, 0, 0.2304838433, 0, 0.08981509385, 0, 0.06575406813, 0, 0.03195344662, 0
    };
    check(new Interaction(5, 0.6, 3), first, 0.292962959432);
  }

  private static void check(Interaction interaction, double[] first, double checksum) {
    try (DenseAffinity graph = interaction.graph(codes(), N)) {
      assertArrayEquals(first, graph.row(0), 1e-9);
      double[][] rows = new double[N][];
      Arrays.setAll(rows, graph::row);
      assertEquals(checksum, Fixture.checksum(N, N, (i, j) -> rows[i][j]), 1e-9);
    }
  }
}
