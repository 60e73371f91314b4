package dev.grassmann.bench;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Readings of both sides taken in turns, so that a machine that slows down slows both: the ratio is
 * formed pair by pair and only then summed up.
 *
 * @param ours seconds of our side, one a pair
 * @param theirs seconds of the peer's side, one a pair
 */
record Pairs(double[] ours, double[] theirs) {
  /**
   * Runs both sides in turns. What a side needs before it is at speed (compilation, caches) is the
   * caller's to spend beforehand.
   *
   * @param count pairs that are taken
   * @param ours gives its own seconds; likewise {@code theirs}
   */
  static Pairs taken(int count, Consumer<String> say, DoubleSupplier ours, DoubleSupplier theirs) {
    double[] a = new double[count];
    double[] b = new double[count];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) { // neither side always comes second, when the machine is warmer
        a[i] = ours.getAsDouble();
        b[i] = theirs.getAsDouble();
      } else {
        b[i] = theirs.getAsDouble();
        a[i] = ours.getAsDouble();
      }
      say.accept(
          String.format(
              Locale.ROOT, "  pair %d of %d: ours %.3f s, peer %.3f s", i + 1, count, a[i], b[i]));
    }
    return new Pairs(a, b);
  }

  /** How many times less time ours took, over the pairs. */
  Spread ratio() {
    double[] ratio = new double[ours.length];
    for (int i = 0; i < ratio.length; i++) {
      ratio[i] = theirs[i] / ours[i];
    }
    return Spread.of(ratio);
  }
}
