package dev.grassmann.dictionaries.measure;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.SparseAutoencoder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Measures a dictionary on vectors. */
public final class Evaluator {
  /** Rows that curves over k and the co-active Babel function are measured on. */
  private static final int SAMPLE = 1024;

  private static final int BABEL = 32;

  private final SparseAutoencoder sae;

  public Evaluator(SparseAutoencoder sae) {
    this.sae = sae;
  }

  /** Encodes with the sparsity that the dictionary was trained with, and measures. */
  public SaeEvaluation evaluate(Vectors vectors, Run run) {
    return evaluate(vectors, OptionalInt.empty(), List.of(), run);
  }

  /**
   * Encodes and measures.
   *
   * @param k sparsity; empty for the one that the dictionary was trained with
   * @param ks sparsities of the curve of the error, each 1 to F; empty for powers of two up to the
   *     smaller of F and four times the dimension
   */
  public SaeEvaluation evaluate(Vectors vectors, OptionalInt k, List<Integer> ks, Run run) {
    return evaluate(vectors, sae.encode(vectors, k, run), k, ks, run);
  }

  /** The same of rows that were encoded already, with that sparsity. */
  public SaeEvaluation evaluate(
      Vectors vectors, SparseCodes codes, OptionalInt k, List<Integer> ks, Run run) {
    Dictionary dictionary = sae.dictionary();
    Vectors sample = vectors.slice(0, Math.min(SAMPLE, vectors.n()));
    List<SaeEvaluation.AtSparsity> curve = new ArrayList<>();
    List<Integer> sparsities = ks.isEmpty() ? powersOfTwo(dictionary) : ks;
    for (int sparsity : sparsities) {
      run.step("error by k", curve.size(), sparsities.size());
      SparseCodes sparse = sae.encode(sample, OptionalInt.of(sparsity), run);
      Fidelity fidelity = fidelity(sample, sparse);
      curve.add(new SaeEvaluation.AtSparsity(sparsity, sparse.l0(), fidelity.fvu()));
    }
    run.step("coherence", 0, 1);
    float[] atoms = Atoms.unit(dictionary);
    int most = Math.max(1, Math.min(BABEL, dictionary.features() - 1));
    return new SaeEvaluation(
        dictionary,
        k.orElse(dictionary.k()),
        codes.l0(),
        fidelity(vectors, codes),
        Density.of(codes),
        curve,
        Babel.curve(atoms, dictionary.features(), dictionary.d(), most),
        Babel.coActive(atoms, dictionary.d(), first(codes), most),
        EffectiveRank.of(codes),
        ResidualPath.of(sae, vectors.slice(0, 1), run));
  }

  /** How near the reconstructions from these codes are to the vectors, in the data's units. */
  public Fidelity fidelity(Vectors vectors, SparseCodes codes) {
    int d = vectors.d();
    Fidelity.Meter meter = new Fidelity.Meter(d);
    float[] row = new float[d];
    float[] reconstruction = new float[d];
    for (int i = 0; i < vectors.n(); i++) {
      vectors.copyRow(i, row);
      sae.reconstruct(codes, i, row, reconstruction);
      meter.add(row, 0, reconstruction, 0);
    }
    return meter.read();
  }

  private static SparseCodes first(SparseCodes codes) {
    if (codes.n() <= SAMPLE) {
      return codes;
    }
    SparseCodes.Builder few = SparseCodes.builder(codes.features());
    for (int row = 0; row < SAMPLE; row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        few.add(codes.latent(e), codes.value(e));
      }
      few.endRow();
    }
    return few.build();
  }

  private static List<Integer> powersOfTwo(Dictionary dictionary) {
    List<Integer> ks = new ArrayList<>();
    int largest = Math.min(dictionary.features(), 4 * dictionary.d());
    for (int k = 1; k <= largest && ks.size() < 8; k *= 2) {
      ks.add(k);
    }
    if (dictionary.k() > 0 && !ks.contains(dictionary.k())) {
      ks.add(dictionary.k());
      ks.sort(null);
    }
    return ks;
  }
}
