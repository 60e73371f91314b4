package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.SparseAutoencoder;

/**
 * Bits a row that the codes take (MDL-SAE, Ayonrinde et al. 2024; SAEBench): for each latent
 * whether it is active, H(p), and where it is, which of its bins its code falls in, p · H(bin).
 * Bins are as few of 4, 6, 8, 12, 16, 32, 64, 128 as leave the error within 1 % of the variance of
 * what exact codes give; latents are coded one by one, as if they were independent.
 *
 * @param bits a row
 * @param bins of each latent, from 0 or its least code to its largest
 * @param fvu of reconstructions from the middles of bins
 */
public record DescriptionLength(double bits, int bins, double fvu) {
  private static final int[] BINS = {4, 6, 8, 12, 16, 32, 64, 128};
  private static final double ALLOWED = 0.01;

  /** Measures. O(entries) for each number of bins. */
  public static DescriptionLength of(SparseAutoencoder sae, Vectors vectors, SparseCodes codes) {
    Evaluator evaluator = new Evaluator(sae);
    double exact = evaluator.fidelity(vectors, codes).fvu();
    Grid grid = Grid.of(codes);
    DescriptionLength found = null;
    for (int bins : BINS) {
      double fvu = evaluator.fidelity(vectors, grid.quantised(codes, bins)).fvu();
      found = new DescriptionLength(grid.bits(codes, bins), bins, fvu);
      if (!(fvu - exact > ALLOWED)) { // NaN where rows are all equal: nothing is lost
        break;
      }
    }
    return found;
  }

  /** Least and largest code of each latent. */
  private record Grid(float[] low, float[] high, int[] active) {
    static Grid of(SparseCodes codes) {
      Grid grid =
          new Grid(
              new float[codes.features()], new float[codes.features()], new int[codes.features()]);
      for (int e = 0; e < codes.entries(); e++) {
        int j = codes.latent(e);
        grid.low[j] = Math.min(grid.low[j], codes.value(e));
        grid.high[j] = Math.max(grid.high[j], codes.value(e));
        grid.active[j]++;
      }
      return grid;
    }

    private int bin(int latent, float code, int bins) {
      double width = ((double) high[latent] - low[latent]) / bins;
      return Math.min(bins - 1, (int) ((code - low[latent]) / width));
    }

    SparseCodes quantised(SparseCodes codes, int bins) {
      SparseCodes.Builder middles = SparseCodes.builder(codes.features());
      for (int row = 0; row < codes.n(); row++) {
        for (int e = codes.start(row); e < codes.start(row + 1); e++) {
          int j = codes.latent(e);
          double width = ((double) high[j] - low[j]) / bins;
          middles.add(j, (float) (low[j] + (bin(j, codes.value(e), bins) + 0.5) * width));
        }
        middles.endRow();
      }
      return middles.build();
    }

    double bits(SparseCodes codes, int bins) {
      int[] counts = new int[codes.features() * bins];
      for (int e = 0; e < codes.entries(); e++) {
        counts[codes.latent(e) * bins + bin(codes.latent(e), codes.value(e), bins)]++;
      }
      double bits = 0;
      double n = codes.n();
      for (int j = 0; j < active.length; j++) {
        bits -= surprise(active[j] / n) + surprise(1 - active[j] / n);
        for (int b = 0; b < bins; b++) {
          bits -= active[j] / n * surprise((double) counts[j * bins + b] / Math.max(1, active[j]));
        }
      }
      return bits;
    }

    /** p log2 p. */
    private static double surprise(double p) {
      return p <= 0 ? 0 : p * Math.log(p) / Math.log(2);
    }
  }
}
