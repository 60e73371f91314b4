package dev.grassmann.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** DSIR against the authors' package, whole processes: fit, weigh, draw and write. */
final class DsirComparison implements Comparison {
  private static final int DOCUMENTS = 240_000;
  private static final int TARGET = 1_000;
  private static final int K = 1_000;
  private static final int LIMIT = 1_800;
  private static final double TOLERANCE = 1e-6;
  private static final double CPU_AT_LEAST = 20;

  /** Of a file that our side writes. */
  private static final int HEADER = 128;

  @Override
  public String id() {
    return "dsir";
  }

  @Override
  public List<Row> run(Bench bench) {
    Path folder = bench.work(id());
    new DsirText(1).write(folder.resolve("raw.jsonl"), DOCUMENTS, 0);
    new DsirText(2).write(folder.resolve("target.jsonl"), TARGET, 1);
    String work =
        String.format(
            Locale.ROOT,
            "fit, weigh and draw %,d of %,d documents (%,d MB of JSONL), SHA-256, 10,000 buckets",
            K,
            DOCUMENTS,
            size(folder.resolve("raw.jsonl")) / 1_000_000);
    bench.say().accept(work);
    int n = bench.pairs();
    double[] user = new double[n];
    double[] peerUser = new double[n];
    int[] done = new int[2];
    ours(bench, folder); // the file's pages are in memory from here on
    Pairs wall =
        Pairs.taken(
            n,
            bench.say(),
            () -> {
              TimedProcess one = ours(bench, folder);
              user[done[0]++] = one.user();
              return one.wall();
            },
            () -> {
              TimedProcess one = theirs(bench, folder);
              peerUser[done[1]++] = one.user();
              return one.wall();
            });
    Answers answers = compare(folder);
    String peer =
        "data-selection 1.0.3, "
            + Runtime.getRuntime().availableProcessors()
            + " processes, NLTK 3.9.1";
    return List.of(
        Row.of(this, work, "wall", peer, wall, answers, CPU_AT_LEAST),
        Row.of(this, work, "user CPU", peer, new Pairs(user, peerUser), answers, CPU_AT_LEAST));
  }

  private static TimedProcess ours(Bench bench, Path folder) {
    List<String> command =
        List.of(
            bench.launcher().toString(),
            "sample",
            folder.resolve("raw.jsonl").toString(),
            "--target",
            folder.resolve("target.jsonl").toString(),
            "--k",
            Integer.toString(K),
            "--smoothing",
            "1",
            "--budget",
            "all",
            "--quiet",
            "--out",
            Bench.emptied(folder.resolve("ours")).toString());
    return TimedProcess.run(
        bench.environment("dsir"), folder, LIMIT, folder.resolve("ours.log"), command);
  }

  private static TimedProcess theirs(Bench bench, Path folder) {
    PeerEnvironment environment = bench.environment("dsir");
    List<String> command =
        List.of(
            environment.program("python").toString(),
            environment.script("dsir.py").toString(),
            folder.toString(),
            Integer.toString(K));
    return TimedProcess.run(environment, folder, LIMIT, folder.resolve("peer.log"), command);
  }

  private static Answers compare(Path folder) {
    DoubleBuffer ours = doubles(folder.resolve("ours").resolve("log_weights.npy"), HEADER);
    DoubleBuffer theirs = doubles(folder.resolve("peer").resolve("weights.f64"), 0);
    double worst = ours.remaining() == theirs.remaining() ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(ours.remaining(), theirs.remaining()); i++) {
      worst = Math.max(worst, Math.abs(ours.get(i) - theirs.get(i)));
    }
    return Answers.within(
        worst, TOLERANCE, String.format(Locale.ROOT, "%,d log weights", theirs.remaining()));
  }

  private static DoubleBuffer doubles(Path file, int from) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return ByteBuffer.wrap(bytes, from, bytes.length - from)
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asDoubleBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
