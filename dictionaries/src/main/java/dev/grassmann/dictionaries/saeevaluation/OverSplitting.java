package dev.grassmann.dictionaries.saeevaluation;

import dev.grassmann.core.Options;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import dev.grassmann.dictionaries.standard.ReluConfig;
import dev.grassmann.dictionaries.standard.ReluSae;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A binary attribute, and many latents for it: rows are ±μ + N(0, I) in 100 dimensions, ‖μ‖ = 2.
 * Two latents along ±μ say all there is; does an autoencoder of a thousand do better on its own
 * loss, ‖a - a_hat‖² + λ sum of codes?
 */
final class OverSplitting {
  private static final int D = 100;
  private static final double NORM = 2;
  private static final int N = 20_000;
  private static final int LATENTS = 1_000;
  private static final int STEPS = 1_500;

  private OverSplitting() {}

  /**
   * Mean losses of rows that were not learnt from.
   *
   * @param ideal of the two latents, with the best threshold and size
   */
  record Losses(double learnt, double ideal) {}

  static Losses train(double l1, Run run) {
    Vectors rows = rows(run.random("mixture"));
    Vectors fresh = rows(run.random("fresh mixture"));
    ReluConfig config =
        Options.with(
            ReluConfig.DEFAULT,
            Map.of(
                "width",
                LATENTS,
                "steps",
                STEPS,
                "batch",
                1_024,
                "learningRate",
                1e-3,
                "warmup",
                0,
                "coolDown",
                0.2,
                "normalize",
                Dictionary.Kind.NONE,
                "testShare",
                0.0,
                "l1",
                l1));
    config =
        Options.with(
            config,
            Map.of("l1Normed", false, "startNorm", 1.0, "unitDecoder", true, "l1Warmup", 0));
    Run own = run.but().folder(null).resume(false).build();
    SparseAutoencoder sae = SparseAutoencoder.of(new ReluSae().run(rows, config, own).dictionary());
    return new Losses(learnt(sae, fresh, l1), ideal(fresh, l1));
  }

  private static Vectors rows(SplittableRandom random) {
    float[] a = new float[N * D];
    for (int row = 0; row < N; row++) {
      double sign = random.nextBoolean() ? 1 : -1;
      for (int c = 0; c < D; c++) {
        // by symmetry any direction will do for μ: the first axis
        a[row * D + c] = (float) (random.nextGaussian() + (c == 0 ? sign * NORM : 0));
      }
    }
    return Vectors.of(a, N, D);
  }

  private static double learnt(SparseAutoencoder sae, Vectors rows, double l1) {
    SparseCodes codes = sae.encode(rows);
    float[] row = new float[D];
    float[] out = new float[D];
    double sum = 0;
    for (int i = 0; i < rows.n(); i++) {
      rows.copyRow(i, row);
      sae.reconstruct(codes, i, row, out);
      for (int c = 0; c < D; c++) {
        sum += ((double) row[c] - out[c]) * ((double) row[c] - out[c]);
      }
      for (int e = codes.start(i); e < codes.start(i + 1); e++) {
        sum += l1 * codes.value(e);
      }
    }
    return sum / rows.n();
  }

  /**
   * Latents ±μ/‖μ‖ without offset, each with the code that its loss likes best: the projection p
   * less l1 / 2, or nothing. Then (p - z)² + l1 z is as small as two such latents can make it.
   */
  private static double ideal(Vectors rows, double l1) {
    float[] row = new float[D];
    double sum = 0;
    for (int i = 0; i < rows.n(); i++) {
      rows.copyRow(i, row);
      for (int c = 1; c < D; c++) {
        sum += (double) row[c] * row[c];
      }
      double p = Math.abs(row[0]);
      double z = Math.max(0, p - l1 / 2);
      sum += (p - z) * (p - z) + l1 * z;
    }
    return sum / rows.n();
  }
}
