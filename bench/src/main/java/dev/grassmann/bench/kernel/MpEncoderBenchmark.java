package dev.grassmann.bench.kernel;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.mpsae.MpEncoder;
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
 * Matching pursuit of 1,024 rows of 256 numbers, 16 picks a row, on all cores. The encoder is kept
 * from call to call, and with it the Gram matrix: what is timed is the product with all atoms and
 * the updates after each pick.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MpEncoderBenchmark {
  private static final int ROWS = 1_024;
  private static final int D = 256;
  private static final int PICKS = 16;

  @Param({"1024", "4096"})
  int atoms;

  private MpEncoder encoder;
  private float[] rows;

  @Setup
  public void make() {
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    SplittableRandom random = new SplittableRandom(18);
    float[] dictionary = normal(random, atoms);
    for (int i = 0; i < atoms; i++) {
      double square = 0;
      for (int j = 0; j < D; j++) {
        square += (double) dictionary[i * D + j] * dictionary[i * D + j];
      }
      for (int j = 0; j < D; j++) {
        dictionary[i * D + j] /= (float) Math.sqrt(square);
      }
    }
    encoder = new MpEncoder(Vectors.of(dictionary, atoms, D));
    rows = normal(random, ROWS);
    requireSmallerResidual(dictionary, encode());
  }

  /** What is left of the first row is shorter than the row, or nothing was pursued. */
  private void requireSmallerResidual(float[] dictionary, SparseCodes codes) {
    double before = 0;
    double after = 0;
    for (int j = 0; j < D; j++) {
      double rest = rows[j];
      before += rest * rest;
      for (int e = codes.start(0); e < codes.start(1); e++) {
        rest -= codes.value(e) * dictionary[codes.latent(e) * D + j];
      }
      after += rest * rest;
    }
    if (!(after < 0.8 * before)) {
      throw new IllegalStateException(after + " of " + before + " is left");
    }
  }

  private static float[] normal(SplittableRandom random, int count) {
    float[] numbers = new float[count * D];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  @Benchmark
  public SparseCodes encode() {
    return encoder.encode(rows, ROWS, PICKS);
  }
}
