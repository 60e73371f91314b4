package dev.grassmann.bench;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.SparseCodes;
import dev.grassmann.dictionaries.mpsae.MpEncoder;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.List;

/** Matching pursuit over a wide dictionary against overcomplete's MpSAE. */
final class MatchingPursuitComparison implements Comparison {
  static final String ID = "mpsae";

  private static final int ATOMS = 4_096;
  private static final int D = 768;
  private static final int ROWS = 4_096;
  private static final int K = 32;
  private static final double TOLERANCE = 1e-4;
  private static final double AT_LEAST = 10;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Row> run(Bench bench) {
    String work = "encode 4,096 rows, d = 768, 4,096 atoms, 32 picks a row";
    bench.say().accept(work);
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    Path folder = bench.work(id());
    Draws draws = new Draws(18);
    float[] atoms = draws.unitRows(ATOMS, D);
    float[] x = combinations(draws, atoms);
    NpyFile.write(folder.resolve("dictionary.npy"), atoms, ATOMS, D);
    NpyFile.write(folder.resolve("x.npy"), x, ROWS, D);
    Vectors dictionary = Vectors.of(atoms, ATOMS, D);
    Vectors rows = Vectors.of(x, ROWS, D);

    SparseCodes[] codes = new SparseCodes[1];
    PeerEnvironment torch = bench.environment("torch");
    try (PeerWorker peer = PeerWorker.start(torch, folder, "mp_sae.py", Integer.toString(K))) {
      PeerWorker.Reply answer = peer.run(); // warm, and what is compared
      ours(dictionary, rows, codes);
      ours(dictionary, rows, codes);
      Pairs pairs =
          Pairs.taken(
              bench.pairs(),
              bench.say(),
              () -> ours(dictionary, rows, codes),
              () -> peer.run().seconds());
      Answers answers =
          SparseEntries.compare(
              entries(codes[0]),
              SparseEntries.read(folder.resolve(answer.answer().asText()), ROWS),
              TOLERANCE);
      return List.of(Row.of(this, work, "wall", peer.version(), pairs, answers, AT_LEAST));
    }
  }

  /** Sums of some atoms and noise: what a dictionary is trained to explain. */
  private static float[] combinations(Draws draws, float[] atoms) {
    float[] x = draws.normal(ROWS * D, 0.02);
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < K; i++) {
        int atom = draws.below(ATOMS);
        float weight = (float) draws.between(0.5, 2);
        for (int j = 0; j < D; j++) {
          x[row * D + j] += weight * atoms[atom * D + j];
        }
      }
    }
    return x;
  }

  /** A new encoder each time: what it prepares from the dictionary is part of the work. */
  private static double ours(Vectors dictionary, Vectors rows, SparseCodes[] codes) {
    long before = System.nanoTime();
    codes[0] = new MpEncoder(dictionary).encode(rows, K);
    return (System.nanoTime() - before) / 1e9;
  }

  private static SparseEntries entries(SparseCodes codes) {
    SparseEntries entries = SparseEntries.empty(codes.n());
    for (int row = 0; row < codes.n(); row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        entries.put(row, codes.latent(e), codes.value(e));
      }
    }
    return entries;
  }
}
