package dev.grassmann.bench.kernel;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.ssc.MatchingPursuit;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Self-expression of 1,000 points by orthogonal matching pursuit, 6 steps, one thread: with the
 * inner products of all pairs at hand (1 GB allowed), and in blocks (nothing allowed).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatchingPursuitBenchmark {
  private static final int N = 1_000;
  private static final int D = 100;
  private static final int SUBSPACES = 5;
  private static final int STEPS = 6;

  @Param({"1", "0"})
  double gigabytes;

  private final Run run = Run.builder().threads(1).build();
  private Points points;

  @Setup
  public void make() {
    LibTorch.start(1);
    SplittableRandom random = new SplittableRandom(10);
    float[] x = new float[N * D];
    for (int i = 0; i < N; i++) {
      int first = i % SUBSPACES * STEPS; // subspaces spanned by coordinates of their own
      for (int j = first; j < first + STEPS; j++) {
        x[i * D + j] = (float) random.nextGaussian();
      }
    }
    points = Points.unit(Vectors.of(x, N, D), run);
    SparseMatrix codes = codes();
    for (int i = 0; i < N; i++) {
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        if (codes.column(e) % SUBSPACES != i % SUBSPACES && codes.value(e) != 0) {
          throw new IllegalStateException("point " + i + " is written with " + codes.column(e));
        }
      }
    }
  }

  @Benchmark
  public SparseMatrix codes() {
    return new MatchingPursuit(STEPS, 1e-6).codes(points, gigabytes, run);
  }
}
