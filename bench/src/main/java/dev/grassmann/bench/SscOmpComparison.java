package dev.grassmann.bench;

import dev.grassmann.clusters.Points;
import dev.grassmann.clusters.ensc.EnscCodes;
import dev.grassmann.clusters.ensc.EnscConfig;
import dev.grassmann.clusters.ssc.MatchingPursuit;
import dev.grassmann.core.data.SparseMatrix;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sparse self-expression, by matching pursuit and by elastic net, against the authors' own code.
 */
final class SscOmpComparison implements Comparison {
  private static final String SCRIPT = "ssc_omp.py";
  private static final int SUBSPACES = 10;
  private static final int DIMENSION = 6;
  private static final int N = 5_000;
  private static final int D = 100;
  private static final int MOST = 6;
  private static final double THRESHOLD = 1e-6;
  private static final double TOLERANCE = 1e-8;
  private static final double GIGABYTES = 4;
  private static final double AT_LEAST = 5;

  /** Coefficients below it are one side's rounding where the other has none. */
  private static final double NOTHING = 1e-7;

  @Override
  public String id() {
    return "lihfss";
  }

  @Override
  public List<Row> run(Bench bench) {
    String pursuit = "SSC-OMP codes of 5,000 points in R^100, ten 6-dimensional subspaces, 6 steps";
    String net = "EnSC codes of the same points, gamma 50, tau 0.9";
    bench.say().accept(pursuit);
    Optional<Path> checkout = bench.checkout("subspace-clustering");
    if (checkout.isEmpty()) {
      return List.of();
    }
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    Path folder = bench.work(id());
    float[] x = points();
    NpyFile.write(folder.resolve("x.npy"), x, N, D);
    Vectors vectors = Vectors.of(x, N, D);
    String code = checkout.get().toString();
    String[] steps = {"omp", Integer.toString(MOST), code};
    Row first = row(bench, pursuit, bench.environment("numpy"), steps, () -> pursuit(vectors));
    bench.say().accept(net);
    String[] kept = {"ensc", "50", code};
    Row second = row(bench, net, bench.environment("spams"), kept, () -> net(vectors));
    return List.of(first, second);
  }

  private Row row(
      Bench bench,
      String work,
      PeerEnvironment environment,
      String[] arguments,
      Supplier<SparseMatrix> ours) {
    Path folder = bench.work(id());
    int cores = Runtime.getRuntime().availableProcessors();
    try (PeerWorker alone = PeerWorker.start(environment, 1, folder, SCRIPT, arguments);
        PeerWorker all = PeerWorker.start(environment, cores, folder, SCRIPT, arguments)) {
      // small products: threads that wait for each other may cost more than they bring
      double one = Math.min(alone.run().seconds(), alone.run().seconds());
      String answer = all.run().answer().asText(); // what is compared
      boolean quicker = one <= all.run().seconds();
      PeerWorker peer = quicker ? alone : all;
      String version = peer.version() + (quicker ? ", 1 thread" : ", " + cores + " threads");
      SparseMatrix codes = ours.get();
      for (int i = 0; i < 4; i++) {
        codes = ours.get(); // the compiler has seen it often enough then
      }
      Pairs pairs =
          Pairs.taken(bench.pairs(), bench.say(), () -> seconds(ours), () -> peer.run().seconds());
      Answers answers =
          SparseEntries.compare(
              entries(codes),
              SparseEntries.read(folder.resolve(answer), N).above(NOTHING),
              TOLERANCE);
      return Row.of(this, work, "wall", version, pairs, answers, AT_LEAST);
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

  private static SparseMatrix pursuit(Vectors vectors) {
    Points points = Points.unit(vectors, Run.local());
    return new MatchingPursuit(MOST, THRESHOLD).codes(points, GIGABYTES, Run.local());
  }

  private static SparseMatrix net(Vectors vectors) {
    return EnscCodes.of(EnscConfig.DEFAULTS).of(Points.unit(vectors, Run.local()), Run.local());
  }

  private static double seconds(Supplier<SparseMatrix> work) {
    long before = System.nanoTime();
    SparseMatrix codes = work.get();
    double seconds = (System.nanoTime() - before) / 1e9;
    if (codes.rows() != N) {
      throw new AssertionError(codes.rows() + " rows");
    }
    return seconds;
  }

  private static SparseEntries entries(SparseMatrix codes) {
    SparseEntries entries = SparseEntries.empty(N);
    for (int row = 0; row < N; row++) {
      for (int e = codes.start(row); e < codes.start(row + 1); e++) {
        entries.put(row, codes.column(e), codes.value(e));
      }
    }
    return entries.above(NOTHING);
  }
}
