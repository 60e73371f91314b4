package dev.grassmann.bench;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.ssc.MatchingPursuit;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sparse self-expression by orthogonal matching pursuit against the authors' own code. */
final class SscOmpComparison implements Comparison {
  private static final int SUBSPACES = 10;
  private static final int DIMENSION = 6;
  private static final int N = 5_000;
  private static final int D = 100;
  private static final int MOST = 6;
  private static final double THRESHOLD = 1e-6;
  private static final double TOLERANCE = 1e-8;
  private static final double GIGABYTES = 4;
  private static final double AT_LEAST = 5;

  @Override
  public String id() {
    return "lihfss";
  }

  @Override
  public List<Row> run(Bench bench) {
    String work = "SSC-OMP codes of 5,000 points in R^100, ten 6-dimensional subspaces, 6 steps";
    bench.say().accept(work);
    Optional<Path> checkout = bench.checkout("subspace-clustering");
    if (checkout.isEmpty()) {
      return List.of();
    }
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    Path folder = bench.work(id());
    float[] x = points();
    NpyFile.write(folder.resolve("x.npy"), x, N, D);
    Vectors vectors = Vectors.of(x, N, D);
    SparseMatrix[] codes = new SparseMatrix[1];
    PeerEnvironment numpy = bench.environment("numpy");
    String steps = Integer.toString(MOST);
    String code = checkout.get().toString();
    int cores = Runtime.getRuntime().availableProcessors();
    try (PeerWorker alone = PeerWorker.start(numpy, 1, folder, "ssc_omp.py", steps, code);
        PeerWorker all = PeerWorker.start(numpy, cores, folder, "ssc_omp.py", steps, code)) {
      // small products: threads that wait for each other may cost more than they bring
      double one = Math.min(alone.run().seconds(), alone.run().seconds());
      String answer = all.run().answer().asText(); // what is compared
      boolean quicker = one <= all.run().seconds();
      PeerWorker peer = quicker ? alone : all;
      String version = peer.version() + (quicker ? ", 1 thread" : ", " + cores + " threads");
      for (int i = 0; i < 3; i++) {
        ours(vectors, codes);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(), bench.say(), () -> ours(vectors, codes), () -> peer.run().seconds());
      Answers answers =
          SparseEntries.compare(
              entries(codes[0]), SparseEntries.read(folder.resolve(answer), N), TOLERANCE);
      return List.of(Row.of(this, work, "wall", version, pairs, answers, AT_LEAST));
    }
  }

  /** Noise keeps correlations apart, so that no choice hangs on the last digit. */
  private static float[] points() {
    Draws draws = new Draws(10);
    float[] x = draws.normal(N * D, 0.005);
    for (int s = 0; s < SUBSPACES; s++) {
      float[] basis = draws.unitRows(DIMENSION, D); // not quite orthogonal, but a basis
      for (int i = s; i < N; i += SUBSPACES) {
        float[] weights = draws.unitRows(1, DIMENSION);
        for (int j = 0; j < D; j++) {
          for (int c = 0; c < DIMENSION; c++) {
            x[i * D + j] += weights[c] * basis[c * D + j];
          }
        }
      }
    }
    return x;
  }

  private static double ours(Vectors vectors, SparseMatrix[] codes) {
    long before = System.nanoTime();
    Points points = Points.unit(vectors, Run.local());
    codes[0] = new MatchingPursuit(MOST, THRESHOLD).codes(points, GIGABYTES, Run.local());
    return (System.nanoTime() - before) / 1e9;
  }

  private static SparseEntries entries(SparseMatrix codes) {
    SparseEntries entries = SparseEntries.empty(N);
    for (int row = 0; row < N; row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        entries.put(row, codes.column(e), codes.value(e));
      }
    }
    return entries;
  }
}
