package dev.grassmann.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * OutRank's command line against ours, whole processes from start to end: parsing, scores,
 * statistics and result files.
 */
final class OutRankComparison implements Comparison {
  /** The peer computes in float32 and writes what it has. */
  private static final double TOLERANCE = 1e-5;

  private static final int WORK_LIMIT = 1_800;
  private static final int ORDER_LIMIT = 120;
  private static final double ORDER_BELOW = 60;

  @Override
  public String id() {
    return "outrank";
  }

  /** One table and what is asked about it. */
  private record Work(String text, int rows, List<String> ours, List<String> theirs) {}

  private record Targets(double wall, double user) {}

  @Override
  public List<Row> run(Bench bench) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        inTurns(
            bench,
            new Work(
                "rank 99 columns against a label, 200,000 rows, every row",
                200_000,
                List.of(),
                List.of("--target_ranking_only", "True")),
            new Targets(50, 10)));
    rows.addAll(
        inTurns(
            bench,
            new Work(
                "all 5,050 pairs of 100 columns, 20,000 rows",
                20_000,
                List.of("--pairs"),
                List.of("--target_ranking_only", "False")),
            new Targets(30, 10)));
    rows.add(
        order(
            bench,
            new Work(
                "4,851 combinations of two of 99 columns against a label, 20,000 rows",
                20_000,
                List.of("--order", "2"),
                List.of("--target_ranking_only", "True", "--interaction_order", "2"))));
    return rows;
  }

  private List<Row> inTurns(Bench bench, Work work, Targets targets) {
    bench.say().accept(work.text());
    OutRankTable.write(folder(bench, work), work.rows());
    int n = bench.pairs();
    double[] user = new double[n];
    double[] peerUser = new double[n];
    int[] done = new int[2];
    ours(bench, work); // the file's pages and the native libraries' are in memory from here on
    Pairs wall =
        Pairs.taken(
            n,
            bench.say(),
            () -> {
              TimedProcess one = ours(bench, work);
              user[done[0]++] = one.user();
              return one.wall();
            },
            () -> {
              TimedProcess one = theirs(bench, work, WORK_LIMIT);
              peerUser[done[1]++] = one.user();
              return one.wall();
            });
    Answers answers = compare(folder(bench, work));
    String peer = peer();
    return List.of(
        Row.of(this, work.text(), "wall", peer, wall, answers, targets.wall()),
        Row.of(
            this,
            work.text(),
            "user CPU",
            peer,
            new Pairs(user, peerUser),
            answers,
            targets.user()));
  }

  /** The peer gets two minutes once; it has not finished in ten. */
  private Row order(Bench bench, Work work) {
    bench.say().accept(work.text());
    OutRankTable.write(folder(bench, work), work.rows());
    double[] seconds = new double[bench.pairs()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = ours(bench, work).wall();
    }
    TimedProcess peer = theirs(bench, work, ORDER_LIMIT);
    Spread ours = Spread.of(seconds);
    double ratio = peer.wall() / ours.median();
    Answers answers =
        peer.finished() ? compare(folder(bench, work)) : new Answers(false, "no answer to compare");
    return new Row(
        id(),
        work.text(),
        "wall",
        peer(),
        1,
        ours,
        Spread.of(peer.wall()),
        Spread.of(ratio),
        !peer.finished(),
        answers,
        Target.below(ours, ORDER_BELOW),
        Machine.here());
  }

  private static TimedProcess ours(Bench bench, Work work) {
    Path folder = folder(bench, work);
    List<String> command = new ArrayList<>(List.of(bench.launcher().toString()));
    command.addAll(List.of("rank", folder.resolve("data.csv").toString()));
    command.addAll(List.of("--target", "label", "--quiet", "--out"));
    command.add(Bench.emptied(folder.resolve("ours")).toString());
    command.addAll(work.ours());
    return TimedProcess.run(
        bench.environment("outrank"), folder, WORK_LIMIT, folder.resolve("ours.log"), command);
  }

  private static TimedProcess theirs(Bench bench, Work work, int limit) {
    Path folder = folder(bench, work);
    PeerEnvironment environment = bench.environment("outrank");
    List<String> command = new ArrayList<>();
    command.add(environment.program("outrank").toString());
    command.addAll(List.of("--task", "ranking", "--data_source", "csv-raw", "--subsampling", "1"));
    command.addAll(List.of("--data_path", folder.toString()));
    command.addAll(List.of("--output_folder", folder.resolve("peer").toString()));
    command.addAll(List.of("--disable_tqdm", "True", "--num_threads"));
    command.add(Integer.toString(Runtime.getRuntime().availableProcessors()));
    command.addAll(work.theirs());
    return TimedProcess.run(environment, folder, limit, folder.resolve("peer.log"), command);
  }

  private static Path folder(Bench bench, Work work) {
    return bench.work(String.format(Locale.ROOT, "outrank-%d", work.rows()));
  }

  private static Answers compare(Path folder) {
    Map<String, Double> ours = PairScores.ours(folder.resolve("ours").resolve("pairs.csv"));
    Map<String, Double> theirs = PairScores.theirs(folder.resolve("peer/pairwise_ranks.tsv"));
    return PairScores.compare(ours, theirs, TOLERANCE);
  }

  private static String peer() {
    return "outrank 0.97.5, command line, "
        + Runtime.getRuntime().availableProcessors()
        + " processes";
  }
}
