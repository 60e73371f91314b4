package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;

/**
 * Every other row to learn from, the rows between to measure on.
 *
 * @param train rows learnt from
 * @param test rows measured on
 */
record Halves(int[] train, int[] test) {
  static Halves of(int n) {
    int[] train = new int[(n + 1) / 2];
    int[] test = new int[n / 2];
    for (int row = 0; row < n; row++) {
      (row % 2 == 0 ? train : test)[row / 2] = row;
    }
    return new Halves(train, test);
  }

  /** Labels of some rows. */
  static int[] labels(Labels labels, int[] rows) {
    int[] all = labels.codes();
    int[] some = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = all[rows[i]];
    }
    return some;
  }

  /** Codes of some rows. */
  static SparseCodes codes(SparseCodes codes, int[] rows) {
    SparseCodes.Builder some = SparseCodes.builder(codes.features());
    for (int row : rows) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        some.add(codes.latent(e), codes.value(e));
      }
      some.endRow();
    }
    return some.build();
  }

  /** A probe of few latents that has learnt from one half and is measured on the other. */
  SparseProbe probe(SparseCodes codes, Labels labels) {
    return new SparseProbe(
        codes(codes, train),
        labels(labels, train),
        codes(codes, test),
        labels(labels, test),
        labels.classes());
  }

  LinearReadout readout(Vectors vectors, Labels labels, Run run) {
    return LinearReadout.fit(
        vectors.rows(train),
        labels(labels, train),
        labels.classes(),
        LinearReadout.Loss.ONE_VS_REST,
        run);
  }
}
