package dev.grassmann.compare.convergent;

import dev.grassmann.compare.convergent.Planted.HalfShared;
import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.data.VectorPair;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.proof.Claim;
import dev.grassmann.core.proof.Measured;
import dev.grassmann.core.run.Machine;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.linalg.Products;
import java.util.List;
import java.util.Locale;

/** Many rows in one pass, which are never in memory together. */
final class LargeClaim {
  private static final int ROWS = 200_000;
  private static final int COLUMNS = 256;
  private static final int SAMPLE = 2_000;
  private static final long MEMORY = 256L << 20; // the rows themselves are 391 MiB

  private LargeClaim() {}

  static Claim claim() {
    return Claim.full(
        "200,000 x 256 in one pass; a sample as by the formula on n x n matrices",
        "ground truth",
        "CKA 0.5 +- 0.005; peak memory + <= 256 MiB; 1e-9",
        List.of(),
        LargeClaim::measure);
  }

  private static Measured measure(Run run) {
    HalfShared a = new HalfShared(ROWS, COLUMNS, run, false);
    HalfShared b = new HalfShared(ROWS, COLUMNS, run, true);
    long before = Machine.peakMemoryBytes();
    double large = Cka.unbiased(PairMoments.of(new VectorPair(a, b), run));
    long grown = Machine.peakMemoryBytes() - before;
    boolean once = a.rowsRead() == ROWS && b.rowsRead() == ROWS;
    VectorPair sample = Sample.of(new VectorPair(a, b), SAMPLE, run.random("convergent sample"));
    double streamed = Cka.unbiased(PairMoments.of(sample, run));
    double off = Math.abs(streamed - onWholeMatrices(sample));
    return Measured.of(
            String.format(Locale.ROOT, "CKA %.4f; + %,d MiB; %.0e", large, grown >> 20, off),
            Math.abs(large - 0.5) <= 0.005 && once && grown <= MEMORY && off <= 1e-9)
        .noting(once ? "each row read once" : "rows were read more than once");
  }

  /** Unbiased CKA as its formula stands (Song et al. 2012), on the n × n products of the rows. */
  private static double onWholeMatrices(VectorPair pair) {
    double[] k = products(pair.a());
    double[] l = products(pair.b());
    return hsic(k, l) / Math.sqrt(hsic(k, k) * hsic(l, l));
  }

  private static double[] products(Vectors rows) {
    double[] x = new double[rows.n() * rows.d()];
    float[] numbers = rows.toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] = numbers[i];
    }
    double[] products = Products.multiplyTransposed(x, x, rows.n(), rows.d(), rows.n());
    for (int i = 0; i < rows.n(); i++) {
      products[i * rows.n() + i] = 0;
    }
    return products;
  }

  private static double hsic(double[] k, double[] l) {
    int n = (int) Math.sqrt(k.length);
    double trace = 0;
    double sumK = 0;
    double sumL = 0;
    double both = 0;
    for (int i = 0; i < n; i++) {
      double rowK = 0;
      double rowL = 0;
      for (int j = i * n; j < (i + 1) * n; j++) {
        trace += k[j] * l[j];
        rowK += k[j];
        rowL += l[j];
      }
      sumK += rowK;
      sumL += rowL;
      both += rowK * rowL;
    }
    double sums = sumK * sumL / ((n - 1.0) * (n - 2.0));
    return (trace + sums - 2.0 / (n - 2) * both) / (n * (n - 3.0));
  }
}
