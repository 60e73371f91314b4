package dev.grassmann.bench;

import dev.grassmann.core.data.Vectors;
import dev.grassmann.core.result.Dictionary;
import dev.grassmann.core.run.Run;
import dev.grassmann.dictionaries.standard.BiasStart;
import dev.grassmann.dictionaries.standard.Footing;
import dev.grassmann.dictionaries.standard.TopKConfig;
import dev.grassmann.dictionaries.standard.TopKSae;
import dev.grassmann.dictionaries.train.SaeLearner;
import dev.grassmann.engine.LibTorch;
import dev.grassmann.engine.train.BatchOrder;
import dev.grassmann.engine.train.OptimiserPlan;
import dev.grassmann.engine.train.Trainer;
import dev.grassmann.engine.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;

/** Steps of a TopK autoencoder against a trainer, from the same start on the same rows. */
final class SaeTrainingComparison implements Comparison {
  private static final String PREFIX = "sae-";

  private static final int D = 768;
  private static final int WIDTH = 16_384;
  private static final int K = 32;
  private static final int BATCH = 2_048;
  private static final int ROWS = 4 * BATCH;
  private static final int ATOMS = 2_048;
  private static final int ATOMS_A_ROW = 24;
  private static final double RATE = 2e-4;

  /** Relative; the last loss is that of parameters that have moved already. */
  private static final double TOLERANCE = 1e-3;

  /** Of the fastest of the three; the other two are held to the same. */
  private static final double AT_LEAST = 3;

  /**
   * A trainer and what it does besides descending.
   *
   * @param kind what the script calls it
   * @param unit whether decoder rows are kept at norm 1
   * @param clip largest norm of the gradient; 0 for any
   * @param steps of Adam: fewer where one takes seconds
   * @param choose whether its threads are set as is fastest; the slow ones get as many as cores
   */
  private record Peer(String kind, boolean unit, double clip, int steps, boolean choose) {
    TrainingPlan plan() {
      return TrainingPlan.ofSteps(steps, BATCH).with(OptimiserPlan.adam(RATE)).withClip(clip);
    }
  }

  private final Peer peer;

  private SaeTrainingComparison(Peer peer) {
    this.peer = peer;
  }

  /** One for each trainer: together they would take too long for one sitting. */
  static List<SaeTrainingComparison> all() {
    return List.of(
        new SaeTrainingComparison(new Peer("sparsify", true, 0, 8, true)),
        new SaeTrainingComparison(new Peer("sae_lens_sparse", false, 1, 3, false)),
        new SaeTrainingComparison(new Peer("dictionary_learning", true, 1, 2, false)));
  }

  /** Whether it is one of these, by its id. */
  static boolean has(String id) {
    return id.startsWith(PREFIX);
  }

  @Override
  public String id() {
    return PREFIX + peer.kind().replace("_sparse", "").replace('_', '-');
  }

  @Override
  public List<Row> run(Bench bench) {
    LibTorch.start(Runtime.getRuntime().availableProcessors());
    Path folder = bench.work(id());
    float[] x = combinations(new Draws(18));
    NpyFile.write(folder.resolve("x.npy"), x, ROWS, D);
    return List.of(compare(bench, folder, Vectors.of(x, ROWS, D)));
  }

  private Row compare(Bench bench, Path folder, Vectors rows) {
    String work =
        peer.steps()
            + " steps of Adam, TopK autoencoder d = 768, width 16,384, k = 32, batch 2,048"
            + (peer.unit() ? ", unit decoder rows" : "")
            + (peer.clip() > 0 ? ", clipped gradient" : "");
    bench.say().accept(work + ": " + peer.kind());
    TopKSae sae = new TopKSae(config());
    Dictionary start = learner(sae, rows).dictionary(Dictionary.Scaling.none());
    NpyFile.write(folder.resolve("order.npy"), order(rows), peer.steps(), BATCH);
    NpyFile.write(folder.resolve("encoder.npy"), start.required(Dictionary.ENCODER), WIDTH, D);
    NpyFile.write(folder.resolve("decoder.npy"), start.atoms().toArray(), WIDTH, D);
    NpyFile.write(folder.resolve("bias.npy"), start.required(Dictionary.BIAS), D);
    double[] losses = new double[2];
    try (PeerWorker worker = worker(bench, folder)) {
      theirs(worker, losses); // both sides get up to speed
      for (int i = 0; i < 5; i++) {
        ours(sae, rows, losses);
      }
      Pairs pairs =
          Pairs.taken(
              bench.pairs(),
              bench.say(),
              () -> ours(sae, rows, losses),
              () -> theirs(worker, losses));
      Answers answers =
          Answers.within(
              Math.abs(losses[0] - losses[1]) / losses[1],
              TOLERANCE,
              "losses of the last step, relative,");
      return Row.of(this, work, "wall", worker.version(), pairs, answers, AT_LEAST);
    }
  }

  private PeerWorker worker(Bench bench, Path folder) {
    PeerEnvironment environment = bench.environment("sae");
    String[] arguments = {
      peer.kind(), Integer.toString(peer.steps()), Integer.toString(K), Double.toString(RATE)
    };
    return peer.choose()
        ? PeerWorker.fastest(1, environment, folder, "sae_train.py", arguments)
        : PeerWorker.start(environment, folder, "sae_train.py", arguments);
  }

  private TopKConfig config() {
    TopKConfig usual = TopKConfig.DEFAULT;
    return new TopKConfig(
        WIDTH,
        K,
        usual.learning(),
        usual.aux(),
        usual.revival(),
        new Footing(peer.unit(), 1, peer.unit() ? BiasStart.MEDIAN : BiasStart.ZERO, false),
        false,
        false,
        false,
        0);
  }

  private SaeLearner learner(TopKSae sae, Vectors rows) {
    int[] first = trainer().order(rows).rows(0);
    return sae.learner(rows.rows(first).toArray(), BATCH, Run.seeded(0));
  }

  private Trainer trainer() {
    return new Trainer(peer.plan(), Run.seeded(0));
  }

  private long[] order(Vectors rows) {
    BatchOrder order = trainer().order(rows);
    long[] all = new long[peer.steps() * BATCH];
    for (int step = 0; step < peer.steps(); step++) {
      int[] these = order.rows(step);
      for (int i = 0; i < BATCH; i++) {
        all[step * BATCH + i] = these[i];
      }
    }
    return all;
  }

  /** A new learner each time, as a new model of the peer is; neither is part of the time. */
  private double ours(TopKSae sae, Vectors rows, double[] losses) {
    SaeSteps steps = new SaeSteps(learner(sae, rows));
    long before = System.nanoTime();
    losses[0] = trainer().train(steps, rows).lastLoss();
    return (System.nanoTime() - before) / 1e9;
  }

  private static double theirs(PeerWorker peer, double[] losses) {
    PeerWorker.Reply reply = peer.run();
    losses[1] = reply.answer().asDouble();
    return reply.seconds();
  }

  /** Sums of some atoms, some more often than others, and noise; norms about √d. */
  private static float[] combinations(Draws draws) {
    float[] atoms = draws.unitRows(ATOMS, D);
    float[] x = draws.normal(ROWS * D, 0.2);
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < ATOMS_A_ROW; i++) {
        double share = draws.between(0, 1);
        int atom = (int) (ATOMS * share * share);
        float weight = (float) draws.between(1, 9);
        for (int j = 0; j < D; j++) {
          x[row * D + j] += weight * atoms[atom * D + j];
        }
      }
    }
    return x;
  }
}
