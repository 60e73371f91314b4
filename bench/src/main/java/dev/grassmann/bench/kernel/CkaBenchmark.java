package dev.grassmann.bench.kernel;

import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.data.Vectors;
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

/** One pass over 20,000 paired rows for all that linear CKA needs, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CkaBenchmark {
  private static final int ROWS = 20_000;

  @Param({"64", "512"})
  int d;

  private Vectors a;
  private Vectors b;

  @Setup
  public void make() {
    LibTorch.start(1);
    SplittableRandom random = new SplittableRandom(28);
    float[] x = new float[ROWS * d];
    float[] moved = new float[ROWS * d];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
      moved[i] = 3 * x[i] + 1_000; // CKA does not see scale and place
    }
    a = Vectors.of(x, ROWS, d);
    b = Vectors.of(moved, ROWS, d);
    double same = Cka.biased(accumulate());
    if (Math.abs(same - 1) > 1e-4) {
      throw new IllegalStateException("CKA of a space with itself is " + same);
    }
  }

  @Benchmark
  public PairMoments accumulate() {
    return PairMoments.of(a, b);
  }
}
