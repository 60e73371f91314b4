package dev.grassmann.bench;

import dev.grassmann.compare.measures.Cka;
import dev.grassmann.compare.measures.MutualNeighbours;
import dev.grassmann.compare.measures.PairMoments;
import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.run.Run;
import dev.grassmann.engine.LibTorch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/** Whole-space measures against a NumPy statement of the formula and against platonic-rep. */
final class SpacesComparison implements Comparison {
  private static final double AT_LEAST = 1;
  private static final int NEIGHBOURS = 10;

  @Override
  public String id() {
    return "convergent";
  }

  @Override
  public List<Row> run(Bench bench) {
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    List<Row> rows = new ArrayList<>();
    Spaces many = spaces(bench, "cka", 100_000, 256);
    rows.add(
        compare(
            bench,
            "linear CKA of 100,000 rows, d = 256 and 256, float64 sums",
            many,
            (a, b) -> Cka.biased(PairMoments.of(a, b)),
            1e-9,
            () -> PeerWorker.fastest(bench.environment("numpy"), many.folder(), "cka.py")));
    Optional<Path> checkout = bench.checkout("platonic-rep");
    if (checkout.isPresent()) {
      String platonic = checkout.get().toString();
      PeerEnvironment torch = bench.environment("torch");
      Spaces few = spaces(bench, "unbiased", 4_000, 512);
      rows.add(
          compare(
              bench,
              "unbiased linear CKA of 4,000 rows, d = 512 and 512",
              few,
              (a, b) -> Cka.unbiased(PairMoments.of(a, b)),
              1e-6,
              () ->
                  PeerWorker.start(torch, few.folder(), "platonic.py", platonic, "unbiased_cka")));
      Spaces crowd = spaces(bench, "neighbours", 8_000, 256);
      String k = Integer.toString(NEIGHBOURS);
      rows.add(
          compare(
              bench,
              "mutual 10-nearest neighbours of 8,000 rows, d = 256 and 256, cosine",
              crowd,
              (a, b) -> MutualNeighbours.of(a, b, NEIGHBOURS, Run.local()).score(),
              1e-4, // a tie that rounding breaks the other way moves the score by 1.25e-5
              () ->
                  PeerWorker.start(
                      torch, crowd.folder(), "platonic.py", platonic, "mutual_knn", k)));
    }
    return rows;
  }

  private record Spaces(Path folder, Vectors a, Vectors b) {}

  /** Two noisy linear images of one latent space, on file and in memory. */
  private Spaces spaces(Bench bench, String name, int n, int d) {
    Path folder = bench.work(id() + "-" + name);
    int latent = 16;
    Draws draws = new Draws(n);
    float[] hidden = draws.normal(n * latent, 1);
    Vectors[] made = new Vectors[2];
    for (int side = 0; side < 2; side++) {
      float[] map = draws.normal(latent * d, 0.25);
      float[] x = draws.normal(n * d, 0.5);
      for (int i = 0; i < n; i++) {
        for (int h = 0; h < latent; h++) {
          float weight = hidden[i * latent + h];
          for (int j = 0; j < d; j++) {
            x[i * d + j] += weight * map[h * d + j];
          }
        }
      }
      NpyFile.write(folder.resolve(side == 0 ? "x.npy" : "y.npy"), x, n, d);
      made[side] = Vectors.of(x, n, d);
    }
    return new Spaces(folder, made[0], made[1]);
  }

  private Row compare(
      Bench bench,
      String work,
      Spaces spaces,
      ToDoubleBiFunction<Vectors, Vectors> measure,
      double tolerance,
      Supplier<PeerWorker> start) {
    bench.say().accept(work);
    double[] values = new double[2];
    try (PeerWorker peer = start.get()) {
      for (int i = 0; i < 2; i++) { // both sides get up to speed
        ours(measure, spaces, values);
        theirs(peer, values);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(),
              bench.say(),
              () -> ours(measure, spaces, values),
              () -> theirs(peer, values));
      Answers answers = Answers.within(Math.abs(values[0] - values[1]), tolerance, "values");
      return Row.of(this, work, "wall", peer.version(), pairs, answers, AT_LEAST);
    }
  }

  private static double ours(
      ToDoubleBiFunction<Vectors, Vectors> measure, Spaces spaces, double[] values) {
    long before = System.nanoTime();
    values[0] = measure.applyAsDouble(spaces.a(), spaces.b());
    return (System.nanoTime() - before) / 1e9;
  }

  private static double theirs(PeerWorker peer, double[] values) {
    PeerWorker.Reply reply = peer.run();
    values[1] = reply.answer().asDouble();
    return reply.seconds();
  }
}
