package dev.grassmann.tables.quickselection;

import dev.grassmann.core.InputException;
import dev.grassmann.core.run.CancelledException;
import dev.grassmann.core.run.Permutation;
import dev.grassmann.core.run.Run;
import dev.grassmann.tables.quickselection.QuickSelectionConfig.Snapshot;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The trainings: epochs of batches, and between two epochs the SET step. Every random choice has a
 * stream of its own, named by training and epoch, so that a run can go on from any batch.
 */
final class Training {
  /** Connections times samples of a batch that are worth a thread: about half a millisecond. */
  private static final long LEAST_WORK = 2_000_000;

  private final Cells cells;
  private final QuickSelectionConfig config;
  private final Run run;
  private final Checkpoint checkpoint;
  private final int batches;
  private final Standing at;

  Training(Cells cells, QuickSelectionConfig config, Run run) {
    this.cells = cells;
    this.config = config;
    this.run = run;
    this.checkpoint = new Checkpoint(cells, config, run);
    this.batches = cells.rows() / config.batch(); // a last batch that is not full is left out
    this.at = new Standing(config.runs(), config.epochs(), cells.columns());
  }

  /**
   * Trains, or goes on where a checkpoint ends.
   *
   * @throws InputException where the loss is not finite any more
   * @throws CancelledException where the user asked to stop; a checkpoint is kept then
   */
  Trained train() {
    checkpoint.restore(at);
    try (Team team = new Team(threads())) {
      while (at.training < config.runs()) {
        train(team);
      }
      run.step("training", total(), total());
    } catch (CancelledException e) {
      checkpoint.write(at);
      throw e;
    }
    checkpoint.write(at);
    return new Trained(at.scores, at.trajectory, at.losses, at.errors, at.net);
  }

  /** Fewer than the run has where a batch is so little work that they would mostly wait. */
  private int threads() {
    long units = cells.columns() + (long) config.hidden(cells.columns());
    long work = 2 * config.epsilon() * units * config.batch();
    return (int) Math.max(1, Math.min(run.threads(), work / LEAST_WORK));
  }

  private void train(Team team) {
    if (at.epoch == 0 && at.batch == 0) {
      at.net = untrained();
    }
    Step step = new Step(at.net, config, SparseKernel.best(), team);
    while (at.epoch < config.epochs()) {
      epoch(step);
      finishEpoch();
    }
    boolean pruned = config.snapshot() == Snapshot.PRUNED;
    at.scores[at.training] = pruned ? at.snapshot.clone() : measured();
    at.errors[at.training] = error(step);
    at.training++;
    at.epoch = 0;
  }

  private Autoencoder untrained() {
    int columns = cells.columns();
    int hidden = config.hidden(columns);
    SplittableRandom random = random("connections");
    return new Autoencoder(
        Topology.random(columns, hidden, config.epsilon(), random),
        Topology.random(hidden, columns, config.epsilon(), random));
  }

  private void epoch(Step step) {
    int[] order = order();
    Draws noise = new Draws(random("noise").nextLong());
    SplittableRandom dropout = random("dropout " + at.epoch);
    long key = dropout.nextLong();
    while (at.batch < batches) {
      run.step("training", done(), total());
      Draws left = new Draws(Draws.mixed(key + at.batch));
      double loss = step.train(cells, order, at.batch * config.batch(), noise, left);
      if (!Double.isFinite(loss)) {
        throw new InputException(
            "the loss is " + loss + " in epoch " + (at.epoch + 1),
            "--rate " + config.rate(),
            "give a smaller learning rate, or scale the columns");
      }
      at.lossSoFar += loss;
      at.batch++;
      checkpoint.maybe(at);
    }
  }

  private void finishEpoch() {
    at.losses[at.training][at.epoch] = at.lossSoFar / batches;
    if (at.training == 0) {
      double[] score = measured();
      for (int j = 0; j < score.length; j++) {
        at.trajectory[at.epoch][j] = (float) score[j];
      }
    }
    if (at.epoch < config.epochs() - 1) { // the last epoch's connections are those that are scored
      evolve();
    }
    at.epoch++;
    at.batch = 0;
    at.lossSoFar = 0;
  }

  private void evolve() {
    boolean grows = config.zeta() > 0;
    Connections first = at.net.first();
    Connections second = at.net.second();
    Connections keptFirst = grows ? Topology.pruned(first, config.zeta()) : first;
    Connections keptSecond = grows ? Topology.pruned(second, config.zeta()) : second;
    if (at.epoch == config.epochs() - 2) {
      at.snapshot = config.measure().scores(keptFirst, keptSecond);
    }
    if (grows) {
      SplittableRandom random = random("new connections " + at.epoch);
      at.net.rewire(
          Topology.regrown(keptFirst, first.count(), random),
          Topology.regrown(keptSecond, second.count(), random));
    }
  }

  private double[] measured() {
    return config.measure().scores(at.net.first(), at.net.second());
  }

  private double error(Step step) {
    int[] order = IntStream.range(0, cells.rows()).toArray();
    double sum = 0;
    for (int from = 0; from < order.length; from += config.batch()) {
      int count = Math.min(config.batch(), order.length - from);
      sum += count * step.error(cells, order, from);
    }
    return sum / order.length;
  }

  private int[] order() {
    return Permutation.fromTheEnd(cells.rows(), random("order " + at.epoch));
  }

  private SplittableRandom random(String purpose) {
    return run.random("quickselection " + at.training + " " + purpose);
  }

  private long done() {
    return ((long) at.training * config.epochs() + at.epoch) * batches + at.batch;
  }

  private long total() {
    return (long) config.runs() * config.epochs() * batches;
  }
}
