package dev.grassmann.clusters.ssc;

import dev.grassmann.clusters.Points;
import dev.grassmann.engine.kernel.Kernel;
import java.util.Arrays;

/** What of one point is not explained yet, the directions that explain it, and who may be next. */
final class Residual {
  private static final Kernel KERNEL = Kernel.best();
  private static final int CHUNK = 512;
  private static final double FLOAT_ROUNDING = 0x1p-24;

  private final Points points;
  private final int d;
  private final Pursuit pursuit;
  private final double[] residual;
  private final double[] directions; // orthonormal, most × d
  private final double[] atom;

  /** Twice the largest error of a float32 inner product of two unit vectors, both rounded. */
  private final float doubt;

  private float largest;
  private int[] candidate = new int[16];
  private float[] rough = new float[16];
  private int candidates;

  Residual(Points points, int most) {
    this.points = points;
    this.d = points.d();
    this.pursuit = new Pursuit(points, most);
    this.residual = new double[d];
    this.directions = new double[Math.multiplyExact(most, d)];
    this.atom = new double[d];
    this.doubt = (float) (2 * (d + 4) * FLOAT_ROUNDING);
  }

  void start(int number) {
    points.copyRow(number, residual);
    pursuit.start(number);
    forget();
  }

  Pursuit pursuit() {
    return pursuit;
  }

  private void forget() {
    candidates = 0;
    largest = 0;
  }

  /** Fills {@code target[offset .. offset + d)} with the residual scaled to length 1. */
  void copyDirection(float[] target, int offset) {
    double norm = Math.sqrt(KERNEL.dot(residual, 0, residual, 0, d));
    for (int j = 0; j < d; j++) {
      target[offset + j] = (float) (residual[j] / norm);
    }
  }

  /**
   * Takes note of the atoms {@code first ..} that may match best.
   *
   * @param magnitudes of their float32 correlations, {@code count} of them from {@code offset}
   */
  void offer(float[] magnitudes, int offset, int count, int first) {
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      int best = KERNEL.argmax(magnitudes, offset + from, length);
      if (magnitudes[offset + from + best] >= largest - doubt) { // seldom
        for (int i = from; i < from + length; i++) {
          float magnitude = magnitudes[offset + i];
          if (magnitude >= largest - doubt && !pursuit.isTaken(first + i)) {
            largest = Math.max(largest, magnitude);
            note(first + i, magnitude);
          }
        }
      }
    }
  }

  private void note(int number, float magnitude) {
    if (candidates == candidate.length) {
      candidate = Arrays.copyOf(candidate, 2 * candidates);
      rough = Arrays.copyOf(rough, 2 * candidates);
    }
    candidate[candidates] = number;
    rough[candidates++] = magnitude;
  }

  /**
   * Adds the best of the atoms offered.
   *
   * @return whether the pursuit goes on
   */
  boolean step(double threshold) {
    int chosen = choose();
    forget();
    if (chosen < 0) {
      return false;
    }
    int t = pursuit.size();
    points.copyRow(chosen, atom);
    for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan, Parlett): exact to rounding
      for (int u = 0; u < t; u++) {
        double part = KERNEL.dot(directions, u * d, atom, 0, d);
        KERNEL.axpy(-part, directions, u * d, atom, 0, d);
      }
    }
    double own = KERNEL.dot(atom, 0, atom, 0, d);
    if (own < Pursuit.DEPENDENT) {
      return false;
    }
    double scale = 1 / Math.sqrt(own);
    for (int j = 0; j < d; j++) {
      directions[t * d + j] = atom[j] * scale;
    }
    double step = KERNEL.dot(directions, t * d, residual, 0, d);
    KERNEL.axpy(-step, directions, t * d, residual, 0, d);
    return pursuit.add(chosen, step * step, threshold);
  }

  /** The first of the atoms whose float64 correlation is largest; -1 where none correlates. */
  private int choose() {
    int left = 0;
    for (int c = 0; c < candidates; c++) {
      if (rough[c] >= largest - doubt) {
        candidate[left++] = candidate[c];
      }
    }
    double[] exact = new double[left];
    double best = 0;
    for (int c = 0; c < left; c++) {
      exact[c] = Math.abs(KERNEL.dot(points.rows(), candidate[c] * d, residual, 0, d));
      best = Math.max(best, exact[c]);
    }
    for (int c = 0; c < left; c++) {
      if (exact[c] >= Pursuit.SILENT && exact[c] >= best * (1 - Largest.TIE)) {
        return candidate[c];
      }
    }
    return -1;
  }
}
