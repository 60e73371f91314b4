package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Labels;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.LinearSae;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows whose parts are known, and dictionaries of which it is known what they do with them. */
final class Planted {
  private final int d;
  private final List<float[]> rows = new ArrayList<>();
  private final List<int[]> classes = new ArrayList<>();

  Planted(int d) {
    this.d = d;
  }

  /** A row of these axes and sizes: axis, size, axis, size, ... */
  void row(int first, int second, double... parts) {
    float[] row = new float[d];
    for (int i = 0; i < parts.length; i += 2) {
      row[(int) parts[i]] += (float) parts[i + 1];
    }
    rows.add(row);
    classes.add(new int[] {first, second});
  }

  Vectors vectors() {
    return Vectors.of(rows.toArray(float[][]::new));
  }

  /** The first labels (0) or the second (1). */
  Labels labels(int which) {
    int[] codes = classes.stream().mapToInt(c -> c[which]).toArray();
    int most = IntStream.of(codes).max().orElseThrow();
    List<String> names = IntStream.rangeClosed(0, most).mapToObj(i -> "c" + i).toList();
    return new Labels(codes, names);
  }

  SparseAutoencoder axes() {
    float[] atoms = new float[d * d];
    for (int i = 0; i < d; i++) {
      atoms[i * d + i] = 1;
    }
    return dictionary(atoms, d);
  }

  /** Matching pursuit: the codes of orthogonal atoms are the rows' parts along them. */
  SparseAutoencoder dictionary(float[] atoms, int k) {
    return SparseAutoencoder.of(
        new Dictionary(
            "mp",
            k,
            Vectors.of(atoms, atoms.length / d, d),
            Map.of(),
            Map.of(),
            Dictionary.Scaling.none()));
  }

  LinearSae linear(SparseAutoencoder sae) {
    return LinearSae.of(sae, vectors());
  }

  SparseCodes codes(SparseAutoencoder sae) {
    return sae.encode(vectors());
  }

  static Run run() {
    return Run.local();
  }
}
