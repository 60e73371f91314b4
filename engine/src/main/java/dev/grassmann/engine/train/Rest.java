package dev.grassmann.engine.train;

import java.util.Optional;

/** Watches whether the loss has come to rest, pass by pass. */
final class Rest {
  private final Optional<EarlyStop> stop;
  private double sum;
  private long count;
  private double before = Double.NaN;
  private int passes;

  Rest(Optional<EarlyStop> stop) {
    this.stop = stop;
  }

  void add(double loss, boolean passEnds) {
    sum += loss;
    count++;
    if (passEnds) {
      double mean = sum / count;
      boolean still =
          stop.isPresent() && Math.abs(mean - before) <= stop.get().relative() * Math.abs(before);
      passes = still ? passes + 1 : 0;
      before = mean;
      sum = 0;
      count = 0;
    }
  }

  boolean reached() {
    return stop.isPresent() && passes >= stop.get().passes();
  }

  void save(State state) {
    state.put("watch", new double[] {sum, count, before, passes});
  }

  void load(State state) {
    double[] watch = state.doubles("watch");
    sum = watch[0];
    count = (long) watch[1];
    before = watch[2];
    passes = (int) watch[3];
  }
}
